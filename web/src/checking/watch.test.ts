import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { ServerFrame } from '../protocol.gen';
import type { RoomSession } from '../session.svelte';
import { VIEW, YOU } from '../testing/fake-socket';
import { digestOf, spelled } from './digest';
import { digestOfNotes } from './notes';
import { watch } from './watch';

/** A page, as far as it is watched. */
class Page {
  readonly asked: object[] = [];
  readonly renewed: Uint8Array[] = [];
  readonly doc = notesSaying('A budget');
  readonly status = { save: 'saved' };
  private hear: (frame: ServerFrame) => void = () => undefined;
  private hearBinary: (frame: Uint8Array) => void = () => undefined;
  private hearSaved: () => void = () => undefined;

  constructor() {
    const session = {
      room: { epoch: 'e', seq: 5, you: YOU, view: VIEW, presence: { count: 1 } },
      notes: { session: this.notes(), parts: Y },
      connection: {
        onFrame: (listener: typeof this.hear) => (this.hear = listener),
        onBinary: (listener: typeof this.hearBinary) => (this.hearBinary = listener),
        onSaved: (listener: typeof this.hearSaved) => (this.hearSaved = listener),
        sendText: (frame: object) => this.asked.push(frame) > 0,
      },
    };
    watch(session as unknown as RoomSession);
  }

  private notes(): object {
    const document = { fragment: this.doc.getXmlFragment('notes') };
    return { status: this.status, document, renew: (update: Uint8Array) => this.renewed.push(update) };
  }

  /** The server says what the page should have. */
  check(notes: Y.Doc = this.doc, view: object = VIEW, seq = 5): void {
    this.hear({ type: 'check', seq, view: spelled(digestOf(view)), notes: spelled(digestOfNotes(notes.getXmlFragment('notes'))) });
  }

  saved(): void {
    this.hearSaved();
  }

  /** The server answers with a fresh view and all of the notes. */
  async refresh(notes: Y.Doc): Promise<void> {
    this.hear({ type: 'welcome', you: YOU, epoch: 'e', seq: 5, now: 0, presence: { count: 1 }, view: VIEW });
    const update = Y.encodeStateAsUpdate(notes);
    if (update.length > 127) throw new Error('the length of the update takes more than a byte');
    this.hearBinary(new Uint8Array([0, 2, update.length, ...update]));
    await Promise.resolve();
  }
}

function notesSaying(text: string): Y.Doc {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('notes').push([paragraph]);
  paragraph.push([new Y.XmlText(text)]);
  return doc;
}

const OTHER_VIEW = { ...VIEW, people: { seats_taken: 2, seats: {} } };
const REFRESH = { type: 'refresh' };
let page: Page;

beforeEach(() => {
  vi.useFakeTimers();
  page = new Page();
});

describe('the view', () => {
  test('is taken anew where it is something else, and not where it is the same', () => {
    page.check();
    expect(page.asked).toEqual([]);
    page.check(page.doc, OTHER_VIEW);
    expect(page.asked).toEqual([REFRESH]);
  });

  test('is not judged by a check of before it', () => {
    page.check(page.doc, OTHER_VIEW, 4);
    expect(page.asked).toEqual([]);
  });

  test('is not asked for without end where asking does not help', () => {
    for (let time = 0; time < 9; time += 1) page.check(page.doc, OTHER_VIEW);
    expect(page.asked).toHaveLength(3);
    page.check();
    page.check(page.doc, OTHER_VIEW);
    expect(page.asked).toHaveLength(4);
  });
});

describe('the notes', () => {
  test('are asked for at once where nothing came on another way', () => {
    page.check();
    page.check(notesSaying('A bandit'));
    expect(page.asked).toEqual([REFRESH]);
  });

  test('are asked for a moment later where a save may have overtaken the check, unless they prove to be right meanwhile', () => {
    page.check();
    page.saved();
    page.check(notesSaying('A budge'));
    page.check();
    vi.advanceTimersByTime(5_000);
    expect(page.asked).toEqual([]);
    page.saved();
    page.check(notesSaying('A budge'));
    vi.advanceTimersByTime(5_000);
    expect(page.asked).toEqual([REFRESH]);
  });

  test('are taken anew where all of the server’s are something else, and nothing is unsaved', async () => {
    const right = notesSaying('A bandit');
    for (const [save, times] of [['saving', 0], ['saved', 1]] as const) {
      page.status.save = 'saved';
      page.check();
      page.check(right);
      page.status.save = save;
      await page.refresh(right);
      expect(page.renewed).toHaveLength(times);
    }
  });

  test('stay where all of the server’s prove to be the same', async () => {
    page.check();
    page.check(notesSaying('A bandit'));
    await page.refresh(page.doc);
    expect(page.renewed).toEqual([]);
  });
});
