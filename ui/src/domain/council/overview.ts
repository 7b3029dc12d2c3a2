// The overview as the server gives it: every part a table.
import { address } from './ask';
import { filled, read, type Parts, type Said } from './contract';

export type Part = Said<'Table'>;
export type Value = Part['rows'][number][number];
export type Totals = Said<'Totals'>;
/** Its parts by name, for a page that goes through them. */
export type Overview = Omit<Said<'Overview'>, 'parts'> & { parts: Record<string, Part | undefined> };

export function overview(year: number, county?: string): Promise<Overview> {
  return read('overview', { year, county });
}

export function part(name: string, year: number): Promise<Part> {
  return read('overview/{part}', { part: name, year });
}

/** Where a part is as CSV. */
export function partCsv(part: string, year: number, county?: string): string {
  const parts: Parts<'overview/{part}', 'get'> = { part, year, county, format: 'csv' };
  return address(filled('overview/{part}', parts));
}

/** The counties of which anything came, by their codes of two digits. */
export async function countiesOf(year: number): Promise<{ value: string; label: string }[]> {
  const { rows } = await read('overview/{part}', { part: 'counties', year });
  return rows.map(([code, name]) => ({ value: String(code).padStart(2, '0'), label: `${code} ${name}` }));
}
