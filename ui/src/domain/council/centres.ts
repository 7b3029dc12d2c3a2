// Centres as the server lists them, one centre's page, and a centre's life. Addresses hold codes and years only.
import { address } from './ask';
import { filled, read, send, type Answer, type Parts, type Said, type Sent } from './contract';

export type CentreRow = Said<'CentreRow'>;
export type CentreList = Answer<'centres', 'get'>;
export type Device = Said<'Device'>;
export type RollRow = Said<'CandidateRow'>;
export type CaseRow = Said<'CaseRow'>;
/** Of a centre of which nothing came, only the code, the devices, the cases and an empty roll. */
export type CentrePage = Said<'CentrePage'>;
export type Life = Said<'Life'>;
export type LifeEvent = Life['rows'][number];
export type Happened = Sent<'centres/{centre}/life'>;

/** What the list may be narrowed by; the first seven by hand, the others by a chart's bar. */
export const FILTERS = [
  'name',
  'county',
  'sub_county',
  'state',
  'rule',
  'subject',
  'silent',
  'need',
  'schema',
  'day',
  'at',
  'weekday',
  'clock',
] as const;
export type Filter = (typeof FILTERS)[number];
export type CentreFilters = Partial<Record<Filter, string>>;

/** Centres that are offered while one is chosen. */
const FEW = 12;

export function centres(year: number, filters: CentreFilters, after?: string): Promise<CentreList> {
  return read('centres', narrowed(year, filters, { after }));
}

/** Centres by words of their name or by their code, the first few. */
export async function centresNamed(typed: string, year: number): Promise<CentreRow[]> {
  return (await read('centres', { year, name: typed, limit: FEW })).rows;
}

/** Where the whole list is as CSV. */
export function centresCsv(year: number, filters: CentreFilters): string {
  return address(filled('centres', narrowed(year, filters, { format: 'csv' })));
}

/** As texts: that is how they stand in both addresses. */
function narrowed(year: number, filters: CentreFilters, more: object): Parts<'centres', 'get'> {
  return { year, ...filters, ...more } as Parts<'centres', 'get'>;
}

export const centre = (code: string, year: number) => read('centres/{centre}', { centre: code, year });

/** Where the nominal roll is as PDF. */
export const rollPdf = (code: string, year: number) =>
  address(filled('centres/{centre}/roll.pdf', { centre: code, year }));

export const life = (code: string) => read('centres/{centre}/life', { centre: code });

export const happened = (code: string, event: Happened) =>
  send('centres/{centre}/life', event, { centre: code });

export const listIn = (code: string, subCounty: string) =>
  send('centres/{centre}/sub-county', { sub_county: subCounty }, { centre: code });
