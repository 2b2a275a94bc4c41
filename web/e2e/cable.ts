/** One device's cable to the server, which a test can cut: the browser's own offline switch leaves open sockets alone. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';

/** Passes bytes through on a port of its own. */
export class Cable {
  private readonly open = new Set<Socket>();
  private whole = true;

  private constructor(
    private readonly listener: Listener,
    private readonly serverPort: number,
  ) {}

  /** Lays a cable to the server on this port. */
  static async lay(serverPort: number): Promise<Cable> {
    const listener = createServer();
    const cable = new Cable(listener, serverPort);
    listener.on('connection', (near) => cable.pass(near));
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return cable;
  }

  /** Where the device finds the server. */
  get url(): string {
    return `http://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  /** Ends every connection and takes no more. */
  cut(): void {
    this.whole = false;
    for (const socket of this.open) socket.destroy();
  }

  /** Takes connections again. */
  mend(): void {
    this.whole = true;
  }

  /** Takes it away. */
  async remove(): Promise<void> {
    this.cut();
    this.listener.close();
    await once(this.listener, 'close');
  }

  private pass(near: Socket): void {
    if (!this.whole) {
      near.destroy();
      return;
    }
    const far = connect(this.serverPort, '127.0.0.1');
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      this.open.add(socket);
      socket.setNoDelay(true);
      // A cut is an error or an end on either side; both sides go together.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
