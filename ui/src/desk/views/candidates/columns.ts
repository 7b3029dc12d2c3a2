// The grid's columns: the fields, and after the name what stands with the candidate as a whole.
import { t } from '$shared/words';
import type { GridColumn } from '$shared/grid/columns';
import type { CandidateRow, EntryForm } from '$domain/bindings/commands';
import { choiceWords, fieldWords, gridFields, shortWords } from './fields';
import { markOf } from './findings';

/** The columns that are not fields. */
export const STATE = 'state';
export const FEE = 'fee';
export const PHOTO = 'photo';

export function columnsOf(form: EntryForm): GridColumn<CandidateRow>[] {
  const choices = new Map(form.fields.map(({ name, choices }) => [name, choices]));
  const fields = gridFields.map(({ field, width, grow }): GridColumn<CandidateRow> => {
    const options = (choices.get(field) ?? []).map((choice) => ({
      value: choice,
      label: labelOf(field, choice),
    }));
    return {
      id: field,
      heading: t(shortWords[field] ?? fieldWords[field] ?? field),
      width,
      grow,
      text: (row) => row.fields[field] ?? '',
      editable: (row) => row.standing === 'entered',
      ...(options.length > 0 ? { options } : {}),
      mark: (row) => markOf(row, field),
      sortable: true,
    };
  });
  return [...fields.slice(0, 2), ...states(), ...fields.slice(2)];
}

/** A choice as a person reads it. */
export function labelOf(field: string, choice: string): string {
  const words = choiceWords[field]?.[choice];
  return words ? t(words) : choice;
}

function states(): GridColumn<CandidateRow>[] {
  return [
    {
      id: STATE,
      heading: t('candidates-column-state'),
      width: 7,
      drawn: true,
      text: stateOf,
      sortable: true,
    },
    {
      id: PHOTO,
      heading: t('candidates-column-photo'),
      width: 4.5,
      text: (row) => (row.photograph ? t('candidates-yes') : t('candidates-no')),
      mark: (row) => markOf(row, 'photo'),
      sortable: true,
    },
    {
      id: FEE,
      heading: t('candidates-fee'),
      width: 5.5,
      number: true,
      text: (row) => (row.fee ? t('shared-money', { amount: row.fee.total }) : ''),
      sortable: true,
    },
  ];
}

/** In words: what is left to do. */
export function stateOf(row: CandidateRow): string {
  if (row.standing === 'withdrawn') return t('candidates-standing-withdrawn');
  if (row.standing === 'moved') return t('candidates-state-moved');
  const count = (weight: string) => row.findings.filter((found) => found.weight === weight).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (errors > 0) return t('candidates-errors', { count: errors });
  if (warnings > 0) return t('candidates-warnings', { count: warnings });
  return t('candidates-ready');
}

/** Rows in the order of a column; without one, the roll's. */
export function sorted(
  rows: CandidateRow[],
  column: GridColumn<CandidateRow> | undefined,
  direction: 'ascending' | 'descending',
): CandidateRow[] {
  if (!column) return rows;
  const sign = direction === 'ascending' ? 1 : -1;
  const keys = new Map(rows.map((row) => [row.id, column.text(row)]));
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return [...rows].sort((a, b) => sign * compare(keys.get(a.id) ?? '', keys.get(b.id) ?? ''));
}
