/** Where the reader is, and how links lead on without loading the page anew. */
import { routeOf, type Route } from './router';

const here = (): Route => routeOf(location.pathname, location.search);
let current: Route = $state.raw(here());

/** The page that is shown. */
export function route(): Route {
  return current;
}

/** Goes to another page. `replace`: the way back does not lead here. */
export function navigate(path: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  current = here();
  scrollTo(0, 0);
}

function ownPage(event: MouseEvent): string | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!plain || event.defaultPrevented || !link || link.target || link.hasAttribute('download')) return null;
  if (link.origin !== location.origin || routeOf(link.pathname).page === 'not-found') return null;
  return link.pathname + link.search;
}

/** Follows the address and the links of the page. Returns how to stop. */
export function followLinks(): () => void {
  /** A form with something in it holds the page until it has asked. */
  const moved = (): void => {
    if (!document.body.dataset.held) current = here();
  };
  const clicked = (event: MouseEvent): void => {
    const path = ownPage(event);
    if (path === null) return;
    event.preventDefault();
    navigate(path);
  };
  addEventListener('popstate', moved);
  document.addEventListener('click', clicked);
  return () => {
    removeEventListener('popstate', moved);
    document.removeEventListener('click', clicked);
  };
}
