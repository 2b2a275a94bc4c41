// Writes a Brotli and a gzip form beside each built file, and holds the build to its size budget.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const DIST = new URL('../dist/', import.meta.url).pathname;
/** Files that gain from it; pictures and fonts are compressed already. */
const TEXTS = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.ftl']);
/** Bytes of Brotli: the page with all that join and floor need; with what a delegate's page loads right after; the notes editor on top. */
const FIRST_PAGE_MAX = 40_000;
const SOON_MAX = 47_600;
const EDITOR_MAX = 90_000;

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });

function compress(path) {
  const text = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params }));
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
}

/** A built module with everything that it needs at once: the files of its manifest entry and of its static imports. */
function closure(manifest, key, found = new Set()) {
  const entry = manifest[key];
  if (!entry || found.has(entry.file)) return found;
  found.add(entry.file);
  for (const css of entry.css ?? []) found.add(css);
  for (const next of entry.imports ?? []) closure(manifest, next, found);
  return found;
}

/** The page itself, and every script, style and picture that it names. */
function firstPage() {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  return new Set(['index.html', ...[...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((found) => found[1])]);
}

const brotliSize = (file) => statSync(join(DIST, `${file}.br`)).size;
const total = (names) => [...names].reduce((sum, name) => sum + brotliSize(name), 0);

function hold(what, bytes, most) {
  const kB = (value) => `${(value / 1000).toFixed(1)} kB`;
  console.log(`${what}: ${kB(bytes)} (${bytes} B) brotli, of at most ${kB(most)}`);
  if (bytes <= most) return;
  console.error(`${what} is larger than its budget`);
  process.exitCode = 1;
}

const manifestPath = join(DIST, '.vite/manifest.json');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
rmSync(join(DIST, '.vite'), { recursive: true });
for (const path of files(DIST)) if (TEXTS.has(extname(path))) compress(path);

const first = firstPage();
hold('first page', total(first), FIRST_PAGE_MAX);
const chunkOf = (name) => Object.keys(manifest).find((key) => manifest[key].name === name && manifest[key].file.endsWith('.js'));
const soon = new Set([...first, ...closure(manifest, chunkOf('soon'))]);
hold('with the form and the small print of the floor, which follow at once', total(soon), SOON_MAX);
console.log(`with the polls, which follow too: ${(total(new Set([...soon, ...closure(manifest, chunkOf('Polls'))])) / 1000).toFixed(1)} kB`);
hold('notes editor', total([...closure(manifest, chunkOf('editor'))].filter((name) => !first.has(name))), EDITOR_MAX);
for (const { file } of Object.values(manifest)) if (!first.has(file)) console.log(`  later: ${file} ${brotliSize(file)} B`);
