/** The real server: started on a free port with a data directory of its own, killed and started again where a test wants it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const PROGRAM = resolve(process.env.ROUNDTABLE_BIN ?? join(import.meta.dirname, '../../target/debug/roundtable'));
const READY_MS_MAX = 20_000;
const LOG_CHARACTERS_MAX = 20_000;

/** A way to join. */
export interface Link {
  code: string;
  url: string;
}

export type RoomRole = 'participant' | 'chair' | 'rapporteur' | 'screen';

/** What `roundtable links --json` prints. */
export interface Links {
  meeting: string;
  organiser: Link;
  rooms: ({ room: string; title: string } & Record<RoomRole, Link>)[];
}

/** One server of one test. */
export class Server {
  private process: ChildProcess | null = null;
  private log = '';
  /** The join links; known once the server has started. */
  links!: Links;

  private constructor(
    /** The data directory. */
    readonly data: string,
    /** The port, the same after a restart. */
    readonly port: number,
    private readonly meeting: string | null,
  ) {}

  /** Starts one with the meeting file, or with the embedded example. */
  static async start(meeting: string | null = null): Promise<Server> {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: cargo build, or name the program in ROUNDTABLE_BIN`);
    const server = new Server(await mkdtemp(join(tmpdir(), 'roundtable-e2e-')), await freePort(), meeting);
    await server.run();
    const { stdout } = await promisify(execFile)(PROGRAM, ['links', '--data', server.data, '--json', '--public-url', server.url]);
    server.links = JSON.parse(stdout) as Links;
    return server;
  }

  /** Where it is. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the program (again), on the same port and data. */
  async run(): Promise<void> {
    const file = this.meeting === null ? [] : [this.meeting];
    const settings = ['--listen', `127.0.0.1:${this.port}`, '--data', this.data];
    const child = spawn(PROGRAM, ['serve', ...file, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text: Buffer) => this.note(text));
    child.stderr.on('data', (text: Buffer) => this.note(text));
    this.process = child;
    const until = Date.now() + READY_MS_MAX;
    while (!(await isReady(this.url))) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${this.log}`);
      if (Date.now() > until) throw new Error(`the server is not ready after ${READY_MS_MAX} ms:\n${this.log}`);
      await pause(25);
    }
  }

  /** Ends the program; by default as a power cut would, with no chance to tidy up. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** Ends it and takes its data away. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  /** The links of one room of the meeting. */
  room(id?: string): Links['rooms'][number] {
    const room = id === undefined ? this.links.rooms[0] : this.links.rooms.find((each) => each.room === id);
    if (!room) throw new Error(`the meeting has no room ${id ?? 'at all'}`);
    return room;
  }

  /** What the server wrote to the terminal, the last of it. */
  get output(): string {
    return this.log;
  }

  private note(text: Buffer): void {
    this.log = (this.log + text.toString()).slice(-LOG_CHARACTERS_MAX);
  }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then((response) => response.ok, () => false);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
