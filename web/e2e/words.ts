/** The words of the pages, by the ids that the pages themselves use: tests look for what people read, and follow a rewording. */
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../src/strings');

/** The ids of all English texts: a page that shows one of them lacks its text. */
export function textIds(): string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ftl'));
  const lines = files.flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split('\n'));
  return lines.flatMap((line) => /^([a-z][a-z0-9]*(?:-[a-z0-9]+)+) =/.exec(line)?.[1] ?? []);
}

function read(language: string): FluentBundle {
  const ordinal = ([value]: unknown[]): FluentNumber => new FluentNumber(Number(value), { type: 'ordinal' } as Intl.NumberFormatOptions);
  const bundle = new FluentBundle(language, { useIsolating: false, functions: { ORDINAL: ordinal as never } });
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ftl') && name.split('.').includes(language));
  for (const file of files) bundle.addResource(new FluentResource(readFileSync(join(FOLDER, file), 'utf8')));
  return bundle;
}

/** The texts of one language; what it lacks is said in English, on the pages as here. */
export class Words {
  private readonly bundles: FluentBundle[];

  /** Reads every file of the language: `en.ftl`, `en.later.ftl`, `notes.en.ftl` … */
  constructor(language: 'en' | 'ar') {
    this.bundles = [...new Set([language, 'en'])].map(read);
  }

  /** The text of this id. A test that looks for a text that is not there is wrong. */
  say(id: string, args: Record<string, string | number> = {}): string {
    for (const bundle of this.bundles) {
      const value = bundle.getMessage(id)?.value;
      if (value) return bundle.formatPattern(value, args);
    }
    throw new Error(`there is no text ${id}`);
  }
}

/** What the tests read unless they say otherwise. */
export const english = new Words('en');
