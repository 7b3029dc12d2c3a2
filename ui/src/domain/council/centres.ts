// Centres as the server lists them, one centre's page, and a centre's life. Addresses hold codes and years only.
import { address, get, post } from './ask';

export interface CentreRow {
  centre: string;
  name: string;
  county: string;
  sub_county: string;
  /** Nothing of those of which nothing came: only a device is known. */
  kind: string | null;
  candidates: number;
  errors: number | null;
  photographs_missing: number | null;
  state: string;
  /** Milliseconds. */
  last: number | null;
  conflicts: number | null;
  held: number | null;
  /** Whole shillings. */
  expected: number | null;
  paid: number | null;
  withdrawn: number | null;
}

export interface CentreList {
  year: number;
  /** Of all pages. */
  count: number;
  rows: CentreRow[];
  /** The code after which the next page begins. */
  next: string | null;
}

/** What the list may be narrowed by; the first six by hand, the others by a chart's bar. */
export const FILTERS = [
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

export interface Device {
  id: string;
  name: string;
  role: string;
  scope: string[];
  at: number;
  by: string;
  revoked: number | null;
}

export interface RollRow {
  id: string;
  number: string;
  name: string;
  gender: string;
  birth_year: string;
  entry_code: string;
  state: string;
  errors: number;
  fee: number;
  photograph: boolean;
  marks: string[];
}

export interface CaseRow {
  id: string;
  queue: string;
  kind: string;
  reasons: string[];
  state: string;
  at: number;
}

/** A centre of which something came; of others only `centre`, `devices`, `roll` and `cases` are there. */
export interface CentrePage extends CentreRow {
  year: number;
  fields?: Record<string, string>;
  devices: Device[];
  roll: RollRow[];
  slips?: { count: number; paid: number };
  findings?: { rule: string; paragraph: string; severity: string; count: number }[];
  uploads?: { at: number; batches: number; operations: number; bytes: number }[];
  subjects?: Record<string, number>;
  /** Numbers under five are not told. */
  needs?: Record<string, number | null>;
  cases: CaseRow[];
}

export interface LifeEvent {
  event: string;
  on: string;
  reason: string;
  to: string | null;
  at: number;
  by: string;
}

export interface Life {
  centre: string;
  sub_county: string;
  rows: LifeEvent[];
  /** What may follow. */
  next: string[];
}

function query(year: number, filters: CentreFilters, more: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams({ year: String(year) });
  for (const [name, value] of Object.entries({ ...filters, ...more })) if (value) search.set(name, value);
  return search.toString();
}

export function centres(year: number, filters: CentreFilters, after?: string): Promise<CentreList> {
  return get(`centres?${query(year, filters, { after })}`);
}

/** Where the whole list is as CSV. */
export function centresCsv(year: number, filters: CentreFilters): string {
  return address(`centres?${query(year, filters, { format: 'csv' })}`);
}

export function centre(code: string, year: number): Promise<CentrePage> {
  return get(`centres/${code}?year=${year}`);
}

/** Where the nominal roll is as PDF. */
export function rollPdf(code: string, year: number): string {
  return address(`centres/${code}/roll.pdf?year=${year}`);
}

export function life(code: string): Promise<Life> {
  return get(`centres/${code}/life`);
}

export function happened(
  code: string,
  event: { event: string; on: string; reason: string; to?: string },
): Promise<Life> {
  return post(`centres/${code}/life`, event);
}

export function listIn(code: string, subCounty: string): Promise<void> {
  return post(`centres/${code}/sub-county`, { sub_county: subCounty });
}
