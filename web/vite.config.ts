// How the client is built: hashed files that a strict content security policy allows, nothing inlined.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { firstPage } from './scripts/first-page.mjs';
import { fluent } from './scripts/fluent.mjs';
import { slim } from './slim.ts';

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));
/** What a delegate's page loads as soon as it is there: the form, and the small print of the floor. */
const FOLLOWING = ['strings/later.ts', 'views/JoinForm.svelte', ...['AskBeside', 'AskNote', 'RequestDetails', 'SpeakerDetails'].map((name) => `views/floor/${name}.svelte`)];

/** Small modules that many later parts share: each file of its own would cost the first page its name. */
const SMALL = /\/src\/(typed\.svelte|course\/told\.svelte|moments|documents|held|report\/clearing|board\/cards)\.ts$|\/src\/projector\.ts$|\/src\/(ui\/Sure|views\/(Times|fields\/Check|screen\/Screen(Frame|Told|Countdown)))\.svelte/;

const SERVER = process.env.ROUNDTABLE_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), fluent(), slim()],
  build: {
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: firstPage(source('main.ts'), FOLLOWING.map(source), source('notes/NotesPanel.svelte')) }, { name: 'small', test: SMALL }] },
        // The first page names all later ones, so their names are short: seven signs tell one build of a file from the next, and the manifest
        // says what each holds.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: ({ name }) => `assets/${name === 'editor' ? 'editor-' : ''}[hash:7].js`,
        assetFileNames: 'assets/[hash:7][extname]',
        // What the libraries would say to their own developers.
        minify: { compress: { dropConsole: true } },
      },
    },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': { target: SERVER, ws: true } } },
  test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
});
