/** Styles that did not come. The loader asks for each once and takes it for being there; here they are fetched again. */
const missing = new Set<string>();

addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    missing.add(target.href);
    target.remove();
  },
  true,
);

function fetched(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(href));
    document.head.append(link);
  });
}

/** Fetches every missing style; rejects where one still does not come. */
export async function stylesAgain(): Promise<void> {
  await Promise.all([...missing].map((href) => fetched(href).then(() => missing.delete(href))));
}
