/** The ProseMirror editor over a notes document. */
import type { Slice } from 'prosemirror-model';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView, type DecorationSource } from 'prosemirror-view';
import { initProseMirrorDoc, yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import { cursorOptions } from './cursors';
import { shortcuts, typingRules } from './keys';
import { inertHtml, safeHref, schema } from './schema';
import type { NotesDocument } from './session';
import { steps } from './steps';

/** Bytes of text that are taken at once; the notes hold ten times as much. */
export const PASTE_BYTES_MAX = 200_000;

/** What comes after the editor and stands on it: labels of points, commented passages, and their keys. */
export interface Additions {
  /** What is shown at the text in this state. */
  decorations(state: EditorState): DecorationSource | null;
  /** Whether the key was meant for it. */
  onKey(view: EditorView, event: KeyboardEvent): boolean;
}

/** What the editor needs from the panel. */
export interface EditorSurroundings {
  /** Whether text may be written now; `EditorView.setProps({})` makes the editor look again. */
  editable(): boolean;
  /** The texts in the language of the moment; `EditorView.setProps({})` makes the editor read them again. */
  label(): string;
  placeholder(): string;
  nameless(): string;
  /** Opens the form for a link. */
  openLink(): boolean;
  /** Something was pasted or dropped that is too much at once; nothing of it was taken. */
  onTooMuch(): void;
  /** What has come since; `EditorView.setProps({})` makes the editor look again. */
  additions?(): Additions | undefined;
  /** Something changed: text, selection, what can be undone. */
  onChange(view: EditorView): void;
}

/** Puts an editor into the element. */
export function createEditor(mount: HTMLElement, document: NotesDocument, around: EditorSurroundings): EditorView {
  // Read and shown at once, and not first an empty text and then another; only empty notes the binding begins itself.
  const read = initProseMirrorDoc(document.fragment, schema);
  const start = read.doc.childCount > 0 ? read : {};
  const state = EditorState.create({
    schema,
    ...start,
    plugins: [
      ySyncPlugin(document.fragment, start),
      yCursorPlugin(document.awareness, cursorOptions(() => around.nameless())),
      yUndoPlugin(),
      steps(),
      typingRules(),
      ...shortcuts(() => around.openLink()),
      placeholder(() => around.placeholder()),
    ],
  });
  return new EditorView(
    mount,
    {
      state,
      editable: () => around.editable(),
      attributes: () => attributes(around),
      decorations: (state) => around.additions?.()?.decorations(state),
      handleKeyDown: (view, event) => around.additions?.()?.onKey(view, event) ?? false,
      transformPastedHTML: inertHtml,
      handlePaste: (_view, _event, slice) => refuseTooMuch(slice, around),
      handleDrop: (_view, _event, slice) => refuseTooMuch(slice, around),
      handleDOMEvents: { click: (_view, event) => followLink(event, around.editable()) },
      // Called already while the view is being made, when its variable has no value yet.
      dispatchTransaction(this: EditorView, transaction) {
        // The cursor plugin may still dispatch, a moment after the view has gone.
        if (this.isDestroyed) return;
        this.updateState(this.state.apply(transaction));
        around.onChange(this);
      },
    },
  );
}

/** Whether the text is too much to be taken; true keeps the editor from taking it. */
function refuseTooMuch({ content }: Slice, around: EditorSurroundings): boolean {
  const text = content.textBetween(0, content.size, '\n');
  const tooMuch = new TextEncoder().encode(text).length > PASTE_BYTES_MAX;
  if (tooMuch) around.onTooMuch();
  return tooMuch;
}

function attributes(around: EditorSurroundings): Record<string, string> {
  const writing = around.editable();
  return {
    class: 'notes-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': around.label(),
    'aria-readonly': String(!writing),
    'aria-placeholder': around.placeholder(),
    // Also somebody who only reads has to get to the text and scroll it with the keyboard.
    tabindex: '0',
    spellcheck: 'true',
    autocapitalize: 'sentences',
  };
}

function placeholder(text: () => string): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const only = doc.firstChild;
        if (doc.childCount !== 1 || only?.type.name !== 'paragraph' || only.content.size > 0) return null;
        return DecorationSet.create(doc, [
          Decoration.node(0, only.nodeSize, { class: 'notes-empty', 'data-placeholder': text() }),
        ]);
      },
    },
  });
}

/** A link is followed by a click where one reads, by Ctrl or Cmd and a click where one writes. */
function followLink(event: MouseEvent, writing: boolean): boolean {
  const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!anchor) return false;
  event.preventDefault();
  const href = safeHref(anchor.getAttribute('href'));
  if (href !== null && (!writing || event.ctrlKey || event.metaKey)) window.open(href, '_blank', 'noopener,noreferrer');
  return true;
}
