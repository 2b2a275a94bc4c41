/** Makes what shows the time look again several times a second, for as long as something shows it. */
import { createSubscriber } from 'svelte/reactivity';

/** Often enough that a clock never seems to skip a second. */
const TICK_MS = 250;

/** To be called where the time is read. */
export const tick = createSubscriber((update) => {
  const timer = setInterval(update, TICK_MS);
  return () => clearInterval(timer);
});
