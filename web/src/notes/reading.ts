/**
 * Reading the notes for the editor. Decoding large notes, reading them and showing them takes a slow phone a moment each; with a pause
 * between these steps none of them holds it up for long.
 */
import { initProseMirrorDoc } from 'y-prosemirror';
import { schema } from './schema';
import type { NotesDocument } from './session';

/** The notes as the editor takes them; nothing where they are empty, which the editor knows how to show. */
export type Reading = Partial<ReturnType<typeof initProseMirrorDoc>>;

/** Reads the notes when nothing else is to be done, and again where they changed before the editor could have them. */
export async function read({ doc, fragment }: NotesDocument): Promise<Reading> {
  let reading: Reading;
  let changed: boolean;
  const note = (): void => void (changed = true);
  await pause();
  doc.on('update', note);
  do {
    reading = initProseMirrorDoc(fragment, schema);
    changed = false;
    await pause();
  } while (changed);
  doc.off('update', note);
  return reading.doc?.childCount ? reading : {};
}

/** Lets others have a turn; with some time, the browser draws. */
export function pause(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
