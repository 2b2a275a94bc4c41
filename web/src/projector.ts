/** A page on a projector: it never goes dark, and has the look that its address asks for. */
import { stayAwake } from './alerts/awake';

/** Whether the address asks for the page as a projector shows it. */
export const wantsProjector = (): boolean => new URLSearchParams(location.search).get('look') === 'screen';

/** Begins it. Returns how to end it. */
export function onProjector(): () => void {
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
  const letSleep = stayAwake();
  return () => {
    delete document.documentElement.dataset.theme;
    letSleep();
  };
}
