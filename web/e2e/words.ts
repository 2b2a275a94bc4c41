/** The words of the pages, by the ids that the pages themselves use: tests look for what people read, and follow a rewording. */
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../src/strings');

/** The texts of one language. */
export class Words {
  private readonly bundle: FluentBundle;

  /** Reads every file of the language: `en.ftl`, `en.later.ftl`, `notes.en.ftl` … */
  constructor(readonly language: 'en' | 'ar') {
    const ordinal = ([value]: unknown[]): FluentNumber => new FluentNumber(Number(value), { type: 'ordinal' } as Intl.NumberFormatOptions);
    this.bundle = new FluentBundle(language, { useIsolating: false, functions: { ORDINAL: ordinal as never } });
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ftl') && name.split('.').includes(language));
    for (const file of files) this.bundle.addResource(new FluentResource(readFileSync(join(FOLDER, file), 'utf8')));
  }

  /** The text of this id. A test that looks for a text that is not there is wrong. */
  say(id: string, args: Record<string, string | number> = {}): string {
    const value = this.bundle.getMessage(id)?.value;
    if (!value) throw new Error(`there is no text ${id} in ${this.language}`);
    return this.bundle.formatPattern(value, args);
  }
}

/** What the tests read unless they say otherwise. */
export const english = new Words('en');
