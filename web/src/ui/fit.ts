/** Makes what is too long for its box smaller until it fits: nobody scrolls a projector. A word that would make all of it too small to be read
from afar is broken instead. */

/** How small it may become, as a share of its proper size. */
const SMALLEST = 0.2;
/** How small words may make it that are too wide; then they are broken. */
const SMALLEST_WHOLE = 0.5;
/** How often the range between the smallest and the proper size is halved: enough for steps that nobody sees. */
const HALVINGS = 6;

/** Sets `--fit` on the box, a factor from 1 downwards, which its font size is to be multiplied with; and `data-broken` where words are to be
broken that are wider than the box. */
export function fit(box: HTMLElement): () => void {
  const fits = (factor: number): boolean => {
    box.style.setProperty('--fit', factor.toFixed(3));
    return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
  };
  const look = (): void => {
    delete box.dataset.broken;
    if (fits(1)) return;
    if (!fits(SMALLEST_WHOLE)) box.dataset.broken = '';
    let fitting = SMALLEST;
    let tooLarge = 1;
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const between = (fitting + tooLarge) / 2;
      if (fits(between)) fitting = between;
      else tooLarge = between;
    }
    fits(fitting);
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
