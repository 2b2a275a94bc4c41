/** What a kind of poll says of its result beside the picture: tables, the base of its percentages, and one figure of each answer by which
rounds and groups are compared. A module of this folder exports it for each kind, loaded with the picture. */
import type { Poll } from '../../polls';
import type { ResultTable } from '../kind';

/** One figure of each answer. */
export interface Figures {
  /** What the figure is. */
  what: string;
  rows: { id: string; text: string; value: string }[];
}

export interface Reading {
  tables: (poll: Poll) => ResultTable[];
  /** Of what the figures are, in words. */
  base: (poll: Poll) => string;
  /** Left out where the answers of one round are not those of another. */
  figures?: (poll: Poll) => Figures;
  /** Whether a roll call lists the voters under their answers; otherwise it gives each ballot. */
  byAnswer?: boolean;
}
