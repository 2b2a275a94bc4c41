/** The commented passages as they are shown in the text. */
import type { EditorState } from 'prosemirror-state';
import { Decoration } from 'prosemirror-view';
import type { CommentId, CommentView } from '../../protocol.gen';
import { passageOf, type Passage } from './anchors';

/** A comment with its id, and with its passage where that is still there. */
export interface PlacedComment {
  id: CommentId;
  comment: CommentView;
  passage: Passage | null;
}

/** The comments in the order of the text; those whose passage is gone come last, the oldest first. */
export function placed(state: EditorState, comments: Readonly<Record<CommentId, CommentView>>): PlacedComment[] {
  return Object.entries(comments)
    .map(([id, comment]) => ({ id, comment, passage: passageOf(state, comment.anchor, comment.quote) }))
    .sort((left, right) => (left.passage?.from ?? Infinity) - (right.passage?.from ?? Infinity) || left.comment.at - right.comment.at);
}

/** The passages of the open comments. */
export function highlights(comments: readonly PlacedComment[]): Decoration[] {
  return comments.flatMap(({ id, comment, passage }) =>
    passage && !comment.resolved ? [Decoration.inline(passage.from, passage.to, { class: 'notes-commented', 'data-comment': id })] : [],
  );
}
