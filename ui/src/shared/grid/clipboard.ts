// A grid's clipboard: the chosen cells as text, and text pasted as cells. Refuses while a cell is edited: then it is the box's.
import type { GridPaste } from './columns';
import type { Choosing, Given } from './choosing.svelte';
import { fromTsv, toTsv } from './tsv';

interface Grid<Row> {
  given: Given<Row> & { paste: () => ((paste: GridPaste<Row>) => void) | undefined };
  choosing: Choosing<Row>;
  isEdited: () => boolean;
}

export function copied<Row>({ given, choosing, isEdited }: Grid<Row>, event: ClipboardEvent): void {
  if (isEdited() || given.rows().length === 0) return;
  const { rows, columns: ids } = choosing.chosen();
  const shown = given.columns().filter((column) => ids.includes(column.id));
  event.clipboardData?.setData(
    'text/plain',
    toTsv(rows.map((row) => shown.map((column) => column.text(row)))),
  );
  event.preventDefault();
}

export function pasted<Row>({ given, choosing, isEdited }: Grid<Row>, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const [rows, onpaste] = [given.rows(), given.paste()];
  const { top, left } = choosing.block;
  const [row, column] = [rows[top], given.columns()[left]];
  if (isEdited() || !onpaste || !text || row === undefined || !column) return;
  event.preventDefault();
  const cells = fromTsv(text);
  onpaste({ row, column: column.id, cells, onto: rows.slice(top, top + cells.length) });
}

/** WebKit sends copy and paste outside of text only to who says beforehand that it wants them. For `{@attach}`. */
export const wantClipboard = (isEdited: () => boolean) => (grid: HTMLElement) => {
  const want = (event: Event) => {
    if (!isEdited()) event.preventDefault();
  };
  const names = ['beforecopy', 'beforepaste'];
  for (const name of names) grid.addEventListener(name, want);
  return () => names.forEach((name) => grid.removeEventListener(name, want));
};
