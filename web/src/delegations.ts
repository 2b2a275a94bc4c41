/** The delegations that the field offers: the States of the server's list with what people call them every day, and organizations. */
import { getDelegations, type Delegation } from './api';
import type { Named } from './matching';
import { language } from './strings/strings.svelte';

/** A delegation by its name in the reader's language, with its other names. */
export type KnownDelegation = Delegation & Named & { official: string };

/** What people type for a State, by its code. */
const EVERYDAY: Record<string, string[]> = {
  BOL: ['Bolivia'],
  CIV: ['Ivory Coast'],
  COD: ['DRC', 'DR Congo', 'Congo-Kinshasa'],
  COG: ['Republic of the Congo', 'Congo-Brazzaville'],
  CPV: ['Cape Verde'],
  CZE: ['Czech Republic'],
  FSM: ['Micronesia'],
  GBR: ['UK', 'Great Britain', 'Britain', 'England'],
  IRN: ['Iran'],
  KOR: ['South Korea', 'ROK'],
  LAO: ['Laos'],
  MDA: ['Moldova'],
  MKD: ['Macedonia'],
  MMR: ['Burma'],
  NLD: ['Holland', 'The Netherlands', 'Netherlands'],
  PRK: ['North Korea', 'DPRK'],
  PSE: ['Palestine'],
  RUS: ['Russia'],
  SWZ: ['Swaziland'],
  SYR: ['Syria'],
  TLS: ['East Timor'],
  TUR: ['Turkey'],
  TZA: ['Tanzania'],
  ARE: ['UAE', 'Emirates'],
  USA: ['US', 'America'],
  VAT: ['Vatican'],
  VEN: ['Venezuela'],
  VNM: ['Vietnam'],
};

/** Organizations that often take part, by what they are called for short. */
const ORGANIZATIONS: Record<string, string> = {
  AU: 'African Union',
  ASEAN: 'Association of Southeast Asian Nations',
  EU: 'European Union',
  INTERPOL: 'International Criminal Police Organization',
  ITU: 'International Telecommunication Union',
  OAS: 'Organization of American States',
};

/** Adds the everyday names and the organizations. Each is called as in the reader's language, where the server knows how; under its
 * other names it is found all the same. */
export function known(delegations: Delegation[], tag: string = language()): KnownDelegation[] {
  const organizations = Object.entries(ORGANIZATIONS).map(([code, name]): KnownDelegation => ({ name, official: name, code, class: 'organization', also: [code] }));
  const states = delegations.map((delegation): KnownDelegation => {
    const { name, names = {}, code } = delegation;
    return { ...delegation, name: names[tag] ?? name, official: name, also: [name, ...Object.values(names), ...(EVERYDAY[code] ?? [])] };
  });
  return [...states, ...organizations];
}

/** What the field offers. */
export async function knownDelegations(): Promise<KnownDelegation[]> {
  return known(await getDelegations());
}
