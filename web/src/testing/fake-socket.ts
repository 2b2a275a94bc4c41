/** A socket that the tests hold the other end of. */
import type { ServerFrame, View, You } from '../protocol.gen';

/** What a connection sent, and how it is answered. */
export class FakeSocket {
  static all: FakeSocket[] = [];
  readyState = 0;
  binaryType = 'blob';
  sent: string[] = [];
  sentBinary: Uint8Array[] = [];
  closedByClient = false;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;

  constructor(
    readonly url: string,
    readonly subprotocol: string,
  ) {
    FakeSocket.all.push(this);
  }

  /** The newest one. */
  static get last(): FakeSocket {
    const socket = FakeSocket.all.at(-1);
    if (!socket) throw new Error('nothing has been opened');
    return socket;
  }

  send(data: string | Uint8Array): void {
    if (this.readyState !== 1) throw new Error('sent on a socket that is not open');
    if (typeof data === 'string') this.sent.push(data);
    else this.sentBinary.push(data);
  }

  close(): void {
    this.closedByClient = true;
    this.readyState = 3;
  }

  /** The frames it sent, read. */
  get frames(): Record<string, unknown>[] {
    return this.sent.map((text) => JSON.parse(text) as Record<string, unknown>);
  }

  /** A text frame arrives. */
  hear(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
  }

  /** A binary frame arrives. */
  hearBinary(bytes: number[]): void {
    this.onmessage?.({ data: new Uint8Array(bytes).buffer } as MessageEvent);
  }

  /** The socket opens and the server welcomes. */
  welcome(seq = 1, now = Date.now(), you = YOU): void {
    this.readyState = 1;
    this.hear({ type: 'welcome', you, epoch: 'e', seq, now, presence: { count: 1 }, view: VIEW });
  }

  /** The socket opens and the server resumes. */
  resume(seq: number): void {
    this.readyState = 1;
    this.hear({ type: 'resumed', you: YOU, epoch: 'e', seq, now: Date.now(), presence: { count: 2 } });
  }

  /** The other end is lost, or closes. */
  lose(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }
}

/** A seat. */
export const YOU: You = { seat: 's1', role: 'participant', writes: true, history: true, requests: [], ballots: {} };

/** A view of an open room with nothing in it. */
export const VIEW: View = {
  room: {
    meeting: 'm',
    meeting_title: 'Meeting',
    id: 'r',
    title: 'Room',
    theme: '',
    questions: [],
    gathering: 'group',
    session: '',
    date: '',
    starts: '',
    ends: '',
    attribution: 'on-the-record',
    join_code: 'K7M2QX',
    state: 'open',
    revision: 1,
  },
  people: { seats_taken: 1, seats: {} },
  floor: { list: 'open', rule: 'first-come', limit_s: 180, limits: {}, requests: {}, order: [], spoken: 0, pace: { turn_s: 180, speeches: 0, use_percent: 100, gap_s: 0 } },
  polls: { items: {}, order: [] },
  notes: { writers: 'everyone', versions: {} },
  comments: { comments: {} },
  board: { rule: 'open', cards: {}, order: [] },
  report: { state: 'draft', drafts: {} },
  session: { screen: 'automatic' },
};
