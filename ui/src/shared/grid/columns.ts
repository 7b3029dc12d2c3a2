// What a DataGrid is told of its columns, and what it tells back. Knows no candidate.
import type { Severity } from '../components/field';

export type RowKey = string | number;

export interface GridColumn<Row> {
  id: string;
  heading: string;
  /** In rem, so that it follows the text's size. */
  width: number;
  /** Takes a share of what is left of the width. */
  grow?: boolean;
  /** Figures: set flush right. */
  number?: boolean;
  text: (row: Row) => string;
  /** Drawn by the grid's `cell` snippet; `text` still says what is copied and read. */
  drawn?: boolean;
  editable?: boolean | ((row: Row) => boolean);
  /** Edited by choosing among these. */
  options?: { value: string; label: string }[];
  /** What edited text begins as, where it is not what is shown. */
  raw?: (row: Row) => string;
  maxlength?: number;
  mark?: (row: Row) => CellMark | undefined;
  sortable?: boolean;
}

/** A finding on a cell. */
export interface CellMark {
  severity: Severity;
  /** Read out with the cell and shown on hover. */
  text: string;
}

export interface GridPlace {
  row: RowKey;
  column: string;
}

export interface GridSort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** A change typed into one cell. */
export interface CellEdit<Row> {
  row: Row;
  column: string;
  text: string;
}

/** Cells chosen as a rectangle, in the order shown. */
export interface GridBlock<Row> {
  rows: Row[];
  columns: string[];
}

/** Text pasted with its left upper corner at `row` and `column`; `onto` are the rows it would fall on. */
export interface GridPaste<Row> {
  row: Row;
  column: string;
  cells: string[][];
  onto: Row[];
}

export function isEditable<Row>(column: GridColumn<Row>, row: Row): boolean {
  return typeof column.editable === 'function' ? column.editable(row) : (column.editable ?? false);
}
