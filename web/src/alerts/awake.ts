/** Keeps the screen on while somebody is next or speaks. Browsers let go of it when the page is hidden; then it is asked for again. */

type Device = Pick<Navigator, 'wakeLock'> | { wakeLock?: undefined };
type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/** One page's hold on its screen. */
export class Awake {
  private wanted = false;
  private lock: WakeLockSentinel | undefined;
  private asking = false;

  constructor(
    private readonly device: Device = globalThis.navigator,
    private readonly page: Page = globalThis.document,
  ) {
    page.addEventListener('visibilitychange', this.look);
  }

  /** From now on the screen is to stay on, or not. */
  keep(wanted: boolean): void {
    this.wanted = wanted;
    void this.look();
  }

  /** Lets go for good. */
  end(): void {
    this.page.removeEventListener('visibilitychange', this.look);
    this.keep(false);
  }

  private readonly look = async (): Promise<void> => {
    if (this.lock?.released) this.lock = undefined;
    if (!this.wanted) {
      const { lock } = this;
      this.lock = undefined;
      await lock?.release().catch(() => undefined);
    } else if (!this.lock && !this.asking && this.page.visibilityState === 'visible') {
      await this.ask();
    }
  };

  private async ask(): Promise<void> {
    this.asking = true;
    // A device that is low on power says no, and one that is too old has nothing to ask.
    this.lock = await this.device.wakeLock?.request('screen').catch(() => undefined);
    this.asking = false;
    // Meanwhile it may no longer be wanted.
    if (!this.wanted) await this.look();
  }
}
