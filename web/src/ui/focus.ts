/** Focus of boxes that hold it for the keyboard alone. */

/** For a box that scrolls, and takes the focus so that keys reach it: a click into it is meant for nothing, and gives it none, or a later key
 * would frame the whole box. */
export function keysAlone(event: FocusEvent & { currentTarget: HTMLElement }): void {
  const box = event.currentTarget;
  if (event.target === box && !box.matches(':focus-visible')) box.blur();
}
