// The filters over the rows. Owns what each lets through, from what the core says of a row; no rule.
import type { CandidateRow, Weight } from '$domain/bindings/commands';

export interface RowFilter {
  id: string;
  /** Id of its message. */
  words: string;
  lets: (row: CandidateRow) => boolean;
  /** Of those off the roll. */
  off?: boolean;
  /** Offered only where it lets somebody through. */
  seldom?: boolean;
}

const entered = (row: CandidateRow) => row.standing === 'entered';
/** All rows are asked at every change that is saved, so nothing is made for a row that is asked. */
const has = (weight: Weight) => (row: CandidateRow) => {
  for (const found of row.findings) if (found.weight === weight) return true;
  return false;
};

export const filters: RowFilter[] = [
  { id: 'errors', words: 'candidates-filter-errors', lets: has('error') },
  { id: 'warnings', words: 'candidates-filter-warnings', lets: has('warning') },
  {
    id: 'no-photo',
    words: 'candidates-filter-no-photo',
    lets: (row) => entered(row) && row.photograph === null,
  },
  {
    id: 'repeaters',
    words: 'candidates-filter-repeaters',
    lets: (row) => entered(row) && ['2', '3'].includes(row.fields['entry_code'] ?? ''),
  },
  { id: 'unsigned', words: 'candidates-filter-unsigned', lets: (row) => entered(row) && !row.signed },
  {
    id: 'arrived',
    words: 'candidates-filter-arrived',
    lets: (row) => entered(row) && row.came_from !== null,
    seldom: true,
  },
  {
    id: 'withdrawn',
    words: 'candidates-filter-withdrawn',
    lets: (row) => row.standing === 'withdrawn',
    off: true,
  },
  {
    id: 'moved',
    words: 'candidates-filter-moved',
    lets: (row) => row.standing === 'moved',
    off: true,
    seldom: true,
  },
];

/** The rows that all chosen filters let through; those off the roll only where they are asked for. */
export function filtered(rows: CandidateRow[], chosen: ReadonlySet<string>, held?: string): CandidateRow[] {
  const active = filters.filter(({ id }) => chosen.has(id));
  const off = active.some((filter) => filter.off);
  const shown = (row: CandidateRow) => {
    for (const { lets } of active) if (!lets(row)) return false;
    return off || entered(row);
  };
  return rows.filter((row) => row.id === held || shown(row));
}

/** Those whom a rule concerns; all where none is asked for. */
export function ofRule(rows: CandidateRow[], rule: string | undefined, held?: string): CandidateRow[] {
  if (!rule) return rows;
  return rows.filter((row) => row.id === held || row.findings.some((found) => found.rule === rule));
}

export function counts(rows: CandidateRow[]): Record<string, number> {
  return Object.fromEntries(filters.map(({ id, lets }) => [id, count(rows, lets)]));
}

function count(rows: CandidateRow[], lets: (row: CandidateRow) => boolean): number {
  let sum = 0;
  for (const row of rows) if (lets(row)) sum += 1;
  return sum;
}
