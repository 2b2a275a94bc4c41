/** Makes what is too long for its box smaller until it fits: nobody scrolls a projector. */

/** How small it may become, as a share of its proper size. */
const SMALLEST = 0.2;
/** How often the range between the smallest and the proper size is halved: enough for steps that nobody sees. */
const HALVINGS = 6;

/** Sets `--fit` on the box, a factor from 1 downwards, which its font size is to be multiplied with. */
export function fit(box: HTMLElement): () => void {
  const fits = (factor: number): boolean => {
    box.style.setProperty('--fit', factor.toFixed(3));
    return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
  };
  const look = (): void => {
    if (fits(1)) return;
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
