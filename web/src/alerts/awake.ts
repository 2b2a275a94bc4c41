/** Keeps the device from turning its screen off while something on it has to be seen. */

/** Keeps it on until the returned function is called. A device that cannot, or will not now, is left as it is. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  let asking = false;
  const hold = async (): Promise<void> => {
    // Old browsers, and pages that came without encryption, have no such lock.
    const locks = (navigator as Partial<Navigator>).wakeLock;
    if (!locks || over || asking || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    asking = true;
    const given = await locks.request('screen').catch(() => null);
    asking = false;
    if (over) void given?.release();
    else lock = given;
  };
  // The browser takes the lock away while the page is hidden.
  const again = (): void => void hold();
  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
