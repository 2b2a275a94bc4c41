/** The texts of the pages, in the reader's language; what a language lacks is said in English. */
import { FluentBundle, FluentNumber, type FluentFunction, type FluentResource } from '@fluent/bundle';
import type { Refused } from '../outbox';
import english from './en.ftl';

/** The languages there are, by their tag, each in its own words. */
export const LANGUAGES: Record<string, string> = { en: 'English', ar: 'العربية' };
const RIGHT_TO_LEFT = new Set(['ar']);
const OTHERS: Record<string, () => Promise<{ default: Texts }>> = { ar: () => import('./arabic') };
type Texts = typeof english;

const KEPT = 'roundtable-language';

/** `ORDINAL($n)`: a number that selects 'first', 'second' … */
const ORDINAL: FluentFunction = ([value]) => new FluentNumber(Number(value?.valueOf()), { type: 'ordinal' } as Intl.NumberFormatOptions);

function addTo(bundle: FluentBundle, texts: Texts): void {
  bundle.addResource({ body: texts.map(([id, value]) => ({ id, value, attributes: {} })) } as FluentResource);
}

function bundleOf(language: string, texts: Texts): FluentBundle {
  // The marks that isolate are left out of English, where they are rarely needed and copied along; `apart` sets them where they are.
  const bundle = new FluentBundle(language, { useIsolating: RIGHT_TO_LEFT.has(language), functions: { ORDINAL } });
  addTo(bundle, texts);
  return bundle;
}

const fallback = bundleOf('en', english);
let bundles: FluentBundle[] = $state.raw([fallback]);

/** What a text may be told. */
export type Arguments = Record<string, string | number>;

/** What is written from right to left would turn the figures and signs behind it round. */
const TURNS = /[\u0590-\u08ff\ufb1d-\ufefc]/;

function apart(args?: Arguments): Arguments {
  const set = { ...args };
  for (const name in set) if (TURNS.test(`${set[name]}`)) set[name] = `\u2068${set[name]}\u2069`;
  return set;
}

function find(id: string, args?: Arguments): string | null {
  for (const bundle of bundles) {
    const value = bundle.getMessage(id)?.value;
    // Errors in a text leave a readable rest; collecting them keeps them from being thrown.
    if (value) return bundle.formatPattern(value, apart(args), []);
  }
  return null;
}

/** Adds English texts that came later, with the parts that need them. */
export function addEnglish(texts: Texts): void {
  addTo(fallback, texts);
  // Pages that lacked one of them show it now.
  bundles = [...bundles];
}

/** The text of this id. */
export function t(id: string, args?: Arguments): string {
  return find(id, args) ?? id;
}

/** The text of this id; empty as long as it is still to come, for lines whose place is kept. */
export function laterText(id: string, args?: Arguments): string {
  return find(id, args) ?? '';
}

/** Why something was refused, in the reader's language where that reason is known, else in the server's words. */
export function refusalText(refusal: Refused): string {
  return (find(`refusal-${refusal.code}`) ?? refusal.message) || t('refusal-unknown');
}

/** The tag of the language in use. */
export function language(): string {
  return bundles[0]?.locales[0] ?? 'en';
}

function wanted(): string {
  const asked = new URLSearchParams(location.search).get('lang') ?? sessionStorage.getItem(KEPT);
  const tags = asked ? [asked] : navigator.languages;
  return tags.map((tag) => tag.split('-')[0] ?? '').find((tag) => tag in LANGUAGES) ?? 'en';
}

/** Changes to this language, and keeps it for the visit. */
export async function speak(tag: string): Promise<void> {
  sessionStorage.setItem(KEPT, tag);
  const texts = await OTHERS[tag]?.().catch(() => undefined);
  bundles = texts ? [bundleOf(tag, texts.default), fallback] : [fallback];
  document.documentElement.lang = language();
  document.documentElement.dir = RIGHT_TO_LEFT.has(language()) ? 'rtl' : 'ltr';
}

/** Chooses the language by the address, the visit so far, or the browser. */
export function chooseLanguage(): Promise<void> {
  return speak(wanted());
}
