/** What was typed and is not saved: nothing that leads away takes it along without a question. */
import { t } from '../../../strings/strings.svelte';

/** Asks before a link, the way back or a reload leaves a form that has something in it. Returns how to stop. */
export function guardUnsaved(changed: () => boolean): () => void {
  const here = location.href;
  const stays = (): boolean => changed() && !confirm(t('poll-leave-question'));
  const clicked = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.hasAttribute('download') || !stays()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { dataset } = document.body;
  /** The way back is not followed while the page is held. */
  const moved = (): void => {
    if (stays()) return history.pushState(null, '', here);
    delete dataset.held;
    removeEventListener('popstate', moved);
    dispatchEvent(new PopStateEvent('popstate'));
  };
  /** A browser asks in its own words. */
  const unloaded = (event: BeforeUnloadEvent): void => {
    if (changed()) event.preventDefault();
  };
  document.addEventListener('click', clicked, true);
  dataset.held = 'yes';
  addEventListener('popstate', moved);
  addEventListener('beforeunload', unloaded);
  return () => {
    document.removeEventListener('click', clicked, true);
    delete dataset.held;
    removeEventListener('popstate', moved);
    removeEventListener('beforeunload', unloaded);
  };
}

/** Opens every folded section around a field that is wrong: a browser says nothing of one that it cannot show. */
export function unfold(field: EventTarget | null): void {
  let around = field instanceof Element ? field.closest('details') : null;
  while (around) {
    around.open = true;
    around = around.parentElement?.closest('details') ?? null;
  }
}
