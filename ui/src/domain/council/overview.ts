// The overview as the server gives it: every part a table.
import { address, get } from './ask';

export type Value = string | number | null;

export interface Part {
  columns: string[];
  rows: Value[][];
}

export interface Totals {
  centres: number;
  candidates: number;
  /** As centres said before; nothing when none did. */
  expected: number | null;
  ready: number;
  submitted: number;
  silent: number;
  cases: number;
  photographs_missing: number;
  errors: number;
  closes: number | null;
  devices: number;
}

export interface Overview {
  year: number;
  at: number;
  version: number;
  stale: boolean;
  totals: Totals;
  parts: Record<string, Part | undefined>;
}

function query(year: number, county: string | undefined): string {
  return `year=${year}${county ? `&county=${county}` : ''}`;
}

export function overview(year: number, county?: string): Promise<Overview> {
  return get(`overview?${query(year, county)}`);
}

export function part(name: string, year: number): Promise<Part> {
  return get(`overview/${name}?${query(year, undefined)}`);
}

/** Where a part is as CSV. */
export function partCsv(part: string, year: number, county?: string): string {
  return address(`overview/${part}?${query(year, county)}&format=csv`);
}

/** The counties of which anything came, by their codes of two digits. */
export async function countiesOf(year: number): Promise<{ value: string; label: string }[]> {
  const { rows } = await get<Part>(`overview/counties?${query(year, undefined)}`);
  return rows.map(([code, name]) => ({ value: String(code).padStart(2, '0'), label: `${code} ${name}` }));
}
