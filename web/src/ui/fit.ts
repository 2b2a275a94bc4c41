/** Makes what is too long for its box smaller until it fits: nobody scrolls a projector. */

/** How small it may become, as a share of its proper size, and by what steps. */
const SMALLEST = 0.35;
const STEP = 0.05;

/** Sets `--fit` on the box, a factor from 1 downwards, which its font size is to be multiplied with. */
export function fit(box: HTMLElement): () => void {
  const look = (): void => {
    let factor = 1;
    box.style.setProperty('--fit', '1');
    while ((box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1) && factor > SMALLEST) {
      factor -= STEP;
      box.style.setProperty('--fit', factor.toFixed(2));
    }
  };
  const sizes = new ResizeObserver(look);
  const contents = new MutationObserver(look);
  sizes.observe(box);
  contents.observe(box, { childList: true, characterData: true, subtree: true });
  return () => {
    sizes.disconnect();
    contents.disconnect();
  };
}
