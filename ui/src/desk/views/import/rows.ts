// The staged rows as they are counted and filtered. Pure; what becomes of a row and what is wrong with it is the core's.
import type { Answer } from '$domain/core';
import type { Severity } from '$shared/components/field';

export type Row = Answer<'import.stage'>['rows'][number];
export type Shown = 'all' | 'errors' | 'warnings' | 'new' | 'update' | 'elsewhere' | 'skipped';

export const severities: Record<string, Severity> = { error: 'error', warning: 'warning', notice: 'note' };

/** Whether a person must do something before the row goes in. */
export const isWrong = (row: Row) => row.fate === 'refused' || row.worst === 'error';
const isIn = (row: Row) => row.fate === 'new' || row.fate === 'update';

const filters: Record<Shown, (row: Row) => boolean> = {
  all: () => true,
  errors: isWrong,
  warnings: (row) => row.worst === 'warning',
  new: (row) => row.fate === 'new',
  update: (row) => row.fate === 'update',
  elsewhere: (row) => row.fate === 'elsewhere',
  skipped: (row) => row.fate === 'skipped',
};

export function filtered(rows: Row[], shown: Shown): Row[] {
  return shown === 'all' ? rows : rows.filter(filters[shown]);
}

export interface Counts {
  all: number;
  errors: number;
  warnings: number;
  new: number;
  update: number;
  elsewhere: number;
  skipped: number;
  /** Rows that can go in, and those of them without errors. */
  readable: number;
  clean: number;
}

export function counted(rows: Row[]): Counts {
  const of = (shown: Shown) => filtered(rows, shown).length;
  return {
    all: rows.length,
    errors: of('errors'),
    warnings: of('warnings'),
    new: of('new'),
    update: of('update'),
    elsewhere: of('elsewhere'),
    skipped: of('skipped'),
    readable: rows.filter(isIn).length,
    clean: rows.filter((row) => isIn(row) && row.worst !== 'error').length,
  };
}

/** The rows with those that changed in their places. */
export function merged(rows: Row[], changed: Row[]): Row[] {
  const by = new Map(changed.map((row) => [row.row, row]));
  return rows.map((row) => by.get(row.row) ?? row);
}

/** The next row after this one that a person must do something about, from the beginning again at the end. */
export function nextWrong(rows: Row[], after: number | undefined): Row | undefined {
  const at = rows.findIndex((row) => row.row === after);
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(isWrong);
}
