// What a DataGrid is told of its columns, and what it tells back. Knows no candidate.
import type { Snippet } from 'svelte';
import type { SvelteSet } from 'svelte/reactivity';
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
  /** What stood there when the typing began. */
  was: string;
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

/** What a DataGrid is given. */
export interface GridProps<Row> {
  /** Read out as the grid's name. */
  label: string;
  rows: Row[];
  key: (row: Row) => RowKey;
  columns: GridColumn<Row>[];
  /** How many first columns stay when scrolling sideways. */
  frozen?: number;
  /** Keys of the rows marked for bulk work; given, a column of marks stands first. Use `new SvelteSet()`. */
  marked?: SvelteSet<RowKey>;
  /** Where the focus is. */
  active?: GridPlace;
  sort?: GridSort;
  /** What a row is called for readers. */
  rowName?: (row: Row) => string;
  /** Draws a cell whose column is `drawn`. */
  cell?: Snippet<[string, Row]>;
  empty?: Snippet;
  onedit?: (edit: CellEdit<Row>) => void;
  /** Enter or a double click on a cell that is not edited. */
  onopen?: (row: Row) => void;
  onpaste?: (paste: GridPaste<Row>) => void;
  /** Ctrl+D: the first row's values onto the others. */
  onfill?: (block: GridBlock<Row>) => void;
  /** Delete. */
  onclear?: (block: GridBlock<Row>) => void;
  onsort?: (sort: GridSort) => void;
}

export function isEditable<Row>(column: GridColumn<Row>, row: Row): boolean {
  return typeof column.editable === 'function' ? column.editable(row) : (column.editable ?? false);
}

/** The order when a column is asked for: ascending, and the other way the second time. */
export function turned(column: string, sort: GridSort | undefined): GridSort {
  const up = sort?.column === column && sort.direction === 'ascending';
  return { column, direction: up ? 'descending' : 'ascending' };
}
