/** What a kind of poll says of its result beside the picture: tables, the base of its percentages, and one figure of each answer by which
rounds and groups are compared. A module of this folder exports it for each kind, loaded with the picture. */
import type { Poll } from '../../polls';
import type { ResultTable } from '../kind';

/** One figure of each answer. */
export interface Figures {
  /** What the figure is, as the head of a column or a caption. */
  what: string;
  rows: { id: string; text: string; value: string }[];
}

export interface Reading {
  tables: (poll: Poll) => ResultTable[];
  /** Of what the percentages are, in words; left out where there are none. */
  base?: (poll: Poll) => string;
  /** Left out where answers of one round are not those of another. */
  figures?: (poll: Poll) => Figures;
}
