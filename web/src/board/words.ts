/** The words of the board: where it takes questions from the floor, everything on it is called a question. */
import type { KnownSession } from '../session.svelte';
import { t } from '../strings/strings.svelte';
import { takesQuestions } from './cards';

/** The texts that speak of cards or of the board, and are said of questions in a plenary and at a panel. */
const OF_QUESTIONS = new Set([
  'board-closed', 'board-waiting', 'board-rule', 'board-rule-open-more', 'board-rule-moderated-more', 'board-rule-closed', 'board-rule-closed-more',
  'board-add-moderated', 'card-change-title', 'card-mine', 'card-merged-mine', 'card-merged', 'card-merge-title', 'card-merge-more', 'card-merge-none',
  'card-merge-do', 'card-menu-of', 'card-take-off',
]);

/** The text, as it is said in this room. */
export function boardText({ room }: KnownSession, id: string, args?: Record<string, string | number>): string {
  const asked = takesQuestions(room.view.room.gathering) && OF_QUESTIONS.has(id);
  return t(asked ? `questions-${id}` : id, args);
}
