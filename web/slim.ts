/**
 * A build step that keeps out of the browser what the notes editor's libraries carry along and never use there: coloured
 * logging, the detection of Node, a schema language, and a hash for marks that overlap themselves, of which the notes have none.
 * It saves a phone about 4 kB of 90. A library that begins to use more of them fails the build, not the page.
 */
import type { Plugin } from 'vite';

const STAND_INS: Record<string, string> = {
  logging: "export const print = () => {}, warn = (text) => console.warn(text), BOLD = '', UNBOLD = '', ORANGE = '', RED = '';",
  environment: 'export const isNode = false, isBrowser = true, getVariable = () => null;',
  dom: 'export const doc = document;',
  'hash/sha256': "export const digest = () => { throw new Error('a mark of the notes overlaps itself'); };",
};

/** The build step. */
export function slim(): Plugin {
  return {
    name: 'slim',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const name = /\/lib0\/(?:src\/)?(logging|environment|dom|hash\/sha256)\.js$/.exec(id)?.[1];
      return name === undefined ? null : STAND_INS[name];
    },
  };
}
