/** The commented passages as they are shown in the text. */
import { Decoration } from 'prosemirror-view';
import type { CommentId, CommentView } from '../../protocol.gen';
import type { Passage } from './anchors';

/** A comment with its id, and with its passage where that is still there; of resolved ones nobody follows it. */
export interface PlacedComment {
  id: CommentId;
  comment: CommentView;
  passage: Passage | null;
}

/** The passages of the open comments. */
export function highlights(comments: readonly PlacedComment[]): Decoration[] {
  return comments.flatMap(({ id, comment, passage }) =>
    passage && !comment.resolved ? [Decoration.inline(passage.from, passage.to, { class: 'notes-commented', 'data-comment': id })] : [],
  );
}
