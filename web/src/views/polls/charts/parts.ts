/** What the kind of a poll brings to its result. */
import type { Component } from 'svelte';
import type { Reading } from '../../../polls/charts/reading';
import type { ChartProps } from '../../../polls/kind';

interface Parts extends ChartProps {
  Chart: Component<ChartProps>;
  reading: Reading;
}

/** What the body of a result is given. */
export type ResultParts = Pick<Parts, keyof Parts>;
