/** The pictures on the toolbar's buttons: paths on a 24-unit square, drawn with strokes. */
import type { Action } from './commands';

/** A letter where a letter says it best, else a path. */
export type Icon = { letter: string } | { path: string; mirrored?: boolean };

/** The picture of every button. `mirrored`: turned round where text runs from right to left. */
export const icons: Record<Action | 'link' | 'point', Icon> = {
  'heading-1': { letter: 'H1' },
  'heading-2': { letter: 'H2' },
  'heading-3': { letter: 'H3' },
  strong: { path: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z' },
  em: { path: 'M10 5h8M6 19h8M14 5l-4 14' },
  'bullet-list': { path: 'M10 6h10M10 12h10M10 18h10M5 6h.01M5 12h.01M5 18h.01', mirrored: true },
  'ordered-list': { path: 'M11 6h9M11 12h9M11 18h9M4 5l1.5-1v5M4 15.5c0-2 3-2 3 0 0 1-3 2.5-3 3.5h3' },
  outdent: { path: 'M4 5h16M12 12h8M4 19h16M8 9l-3 3 3 3', mirrored: true },
  indent: { path: 'M4 5h16M12 12h8M4 19h16M5 9l3 3-3 3', mirrored: true },
  quote: { path: 'M5 6v12M9 8h11M9 12h11M9 16h7', mirrored: true },
  link: { path: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2' },
  point: { path: 'M6 21V4h11l-2.5 4L17 12H6', mirrored: true },
  undo: { path: 'M9 7l-5 5 5 5M4 12h10a5 5 0 0 1 5 5v1', mirrored: true },
  redo: { path: 'M15 7l5 5-5 5M20 12H10a5 5 0 0 0-5 5v1', mirrored: true },
};
