// Rectangles of the grid's cells as bulk work and paste want them. Owns which cells can be written: fields of those on
// the roll, and no number is given to a second candidate.
import type { GridBlock, GridPaste } from '$shared/grid/columns';
import type { CandidateRow, PasteBlock } from '$domain/bindings/commands';
import { formFields } from './fields';
import type { Screen } from './screen.svelte';

const isField = (column: string) => formFields.includes(column);
const onRoll = (rows: CandidateRow[]) =>
  rows.filter(({ standing }) => standing === 'entered').map(({ id }) => id);

/** Ctrl+D: the first row's values onto the others. */
export function fill(screen: Screen, { rows, columns }: GridBlock<CandidateRow>): void {
  const [first, ...others] = rows;
  const fields = columns.filter((column) => isField(column) && column !== 'candidate_no');
  if (!first || fields.length === 0) return;
  void screen.bulk(
    onRoll(others),
    fields.map((field) => [field, screen.sheet.value(first.id, field)]),
  );
}

/** Delete: the fields are emptied. */
export function clear(screen: Screen, { rows, columns }: GridBlock<CandidateRow>): void {
  const fields = columns.filter(isField);
  if (fields.length > 0)
    void screen.bulk(
      onRoll(rows),
      fields.map((field) => [field, '']),
    );
}

/** Cells with the rows and fields that they would fall on. */
export function blockOf(screen: Screen, { column, cells, onto }: GridPaste<CandidateRow>): PasteBlock {
  const at = screen.columns.findIndex(({ id }) => id === column);
  const fields = screen.columns.slice(at).map(({ id }) => id);
  return { cells, onto: onto.map(({ id }) => id), fields: fields.filter(isField) };
}
