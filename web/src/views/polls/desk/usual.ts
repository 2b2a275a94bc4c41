/** What the editor's fields offer where nothing is there yet. */
import { t } from '../../../strings/strings.svelte';
import type { Usual } from './written';

/** In the reader's words. */
export function usual(): Usual {
  return {
    steps: [1, 2, 3, 4, 5].map((step) => t(`desk-step-usual-${step}`)),
    axes: { x: t('desk-axis-usual-x'), y: t('desk-axis-usual-y') },
  };
}
