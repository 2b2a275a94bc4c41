/**
 * What makes a paragraph an outcome point: attributes of the paragraph, so that a mark is part of the shared document, and what
 * two people say about one point at once stands side by side. A value that is none of these is shown as no mark.
 */
import type { Component, PointKind, Reach, RegionalGroup, Standing } from '../../protocol.gen';

/** The kinds, in the order of a report; the place of each is its digit on the keyboard, and the tenth has 0. */
export const KINDS = [
  'key-issue',
  'need',
  'gap',
  'initiative',
  'good-practice',
  'barrier',
  'recommendation',
  'next-step',
  'open-question',
  'plenary-message',
] as const satisfies readonly PointKind[];

/** Characters of an owner that the server takes. */
export const OWNER_CHARACTERS_MAX = 120;

/** What may be said about a point beside its kind, and from which words. */
export const DETAILS = {
  standing: ['convergence', 'divergence', 'raised', 'parked'] as const satisfies readonly Standing[],
  component: ['policies', 'processes', 'partnerships', 'people', 'technology'] as const satisfies readonly Component[],
  reach: ['national', 'subregional', 'regional', 'global'] as const satisfies readonly Reach[],
  region: ['african', 'asia-pacific', 'eastern-european', 'latin-american-and-caribbean', 'western-european-and-others'] as const satisfies readonly RegionalGroup[],
};

/** A detail that is chosen from a list. */
export type Detail = keyof typeof DETAILS;

/** An attribute of a point. */
export type PointAttribute = 'point' | Detail | 'owner' | 'source';

const CHOICES: Partial<Record<PointAttribute, readonly string[]>> = { point: KINDS, ...DETAILS };
const NAMES = ['point', 'standing', 'component', 'reach', 'region', 'owner', 'source'] as const satisfies readonly PointAttribute[];

/** The attributes of a paragraph that is no point. */
export const NO_POINT: Readonly<Record<PointAttribute, null>> = Object.fromEntries(NAMES.map((name) => [name, null])) as Record<PointAttribute, null>;

/** The paragraph's attributes in the schema. */
export const pointAttributes = Object.fromEntries(NAMES.map((name) => [name, { default: null }]));

function known(name: PointAttribute, value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  const choices = CHOICES[name];
  if (choices) return choices.includes(value) ? value : null;
  return name === 'source' ? (/^c[1-9]\d{0,9}$/.exec(value)?.[0] ?? null) : value;
}

/** The kind of a paragraph's mark; null where it has none that is known. */
export function kindOf(attributes: Readonly<Record<string, unknown>>): PointKind | null {
  return known('point', attributes['point']) as PointKind | null;
}

/** What is known of a paragraph's mark; details without a kind are none. */
export function pointOf(attributes: Readonly<Record<string, unknown>>): Partial<Record<PointAttribute, string>> | null {
  if (kindOf(attributes) === null) return null;
  const found = NAMES.map((name) => [name, known(name, attributes[name])] as const).filter(([, value]) => value !== null);
  return Object.fromEntries(found);
}

/** A mark as a copied paragraph carries it. */
export function pointToDom(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(pointOf(attributes) ?? {}).map(([name, value]) => [`data-${name}`, value]));
}

/** The mark of a paragraph that is pasted, as the server takes it. */
export function pointFromDom(dom: HTMLElement): Record<string, string> {
  const written = Object.fromEntries(NAMES.map((name) => [name, dom.getAttribute(`data-${name}`)]));
  return pointOf({ ...written, owner: ownerFrom(written.owner ?? '') }) ?? {};
}

/** What was written as an owner, as the server takes it; null for nobody. */
export function ownerFrom(written: string): string | null {
  const text = written.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return [...text].slice(0, OWNER_CHARACTERS_MAX).join('') || null;
}
