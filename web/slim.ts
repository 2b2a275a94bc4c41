/**
 * A build step that keeps out of the browser what the libraries carry along and never use there: coloured logging, the
 * detection of Node, a schema language, a hash for marks that overlap themselves, of which the notes have none, pages that come
 * rendered from the server, and a way of showing earlier states that the history does without. It saves a phone about 7 kB of 130.
 * A library that begins to use more of them fails the build, not the page.
 */
import type { Plugin } from 'vite';

const STAND_INS: Record<string, string> = {
  'lib0/logging': "export const print = () => {}, warn = (text) => console.warn(text), BOLD = '', UNBOLD = '', ORANGE = '', RED = '';",
  'lib0/environment': 'export const isNode = false, isBrowser = true, getVariable = () => null;',
  'lib0/dom': 'export const doc = document;',
  'y-prosemirror/utils': "export const hashOfJSON = () => { throw new Error('a mark of the notes overlaps itself'); };",
};

/** Nothing here is rendered by the server first; the framework's way of taking over such a page falls away with this switch. */
const SWITCH: readonly [string, string][] = [
  ['export let hydrating = false;', 'export const hydrating = false;'],
  ['hydrating = value;', ''],
];

function switchedOff(code: string): string {
  return SWITCH.reduce((rest, [from, to]) => {
    if (!rest.includes(from)) throw new Error(`the framework has changed: no '${from}' in its hydration`);
    return rest.replace(from, to);
  }, code);
}

/** The binding's own way of showing an earlier state, which the history of the notes does not take. */
const SNAPSHOTS = /(_renderSnapshot \(snapshot, prevSnapshot, pluginState\) \{)[\s\S]*?\n {2}\}\n/;

function withoutSnapshots(code: string): string {
  if (!SNAPSHOTS.test(code)) throw new Error('the binding of the notes has changed: it renders snapshots in another way');
  return code.replace(SNAPSHOTS, "$1 throw new Error('an earlier state is shown by the history'); }\n");
}

/** The build step. */
export function slim(): Plugin {
  return {
    name: 'slim',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const [, library, module] = /\/(lib0|y-prosemirror)\/(?:src\/)?(\w+)\.js$/.exec(id) ?? [];
      return STAND_INS[`${library}/${module}`] ?? null;
    },
    transform(code, id) {
      if (id.endsWith('/svelte/src/internal/client/dom/hydration.js')) return { code: switchedOff(code), map: null };
      if (id.endsWith('/y-prosemirror/src/plugins/sync-plugin.js')) return { code: withoutSnapshots(code), map: null };
      return null;
    },
  };
}
