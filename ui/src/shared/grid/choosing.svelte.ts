// Where the focus is in a grid and what is chosen around it: a rectangle of cells, rows marked for bulk work. Owns no
// element and changes no data.
import type { SvelteSet } from 'svelte/reactivity';
import type { Intent } from './keys';
import type { GridBlock, GridColumn, GridPlace, RowKey } from './columns';

/** What the grid was given, as it is now. */
export interface Given<Row> {
  rows: () => Row[];
  columns: () => GridColumn<Row>[];
  key: (row: Row) => RowKey;
  marked: () => SvelteSet<RowKey> | undefined;
  /** Where the focus is, or was last. */
  active: () => GridPlace | undefined;
  go: (place: GridPlace) => void;
}

export class Choosing<Row> {
  /** The corner opposite to the focus; nothing while one cell is chosen. */
  anchor = $state<GridPlace>();
  private lastRow = 0;
  private lastMarked = 0;
  private readonly given: Given<Row>;

  constructor(given: Given<Row>) {
    this.given = given;
  }

  private readonly places = $derived.by(
    () => new Map(this.given.rows().map((row, at) => [this.given.key(row), at])),
  );
  private readonly columnPlaces = $derived.by(
    () => new Map(this.given.columns().map((column, at) => [column.id, at])),
  );
  readonly row = $derived.by(() => this.rowOf(this.given.active()));
  readonly column = $derived.by(() => this.columnOf(this.given.active()));
  readonly block = $derived.by(() => this.rectangle());
  /** Whether more than one cell is chosen. */
  readonly many = $derived.by(
    () => this.block.top !== this.block.bottom || this.block.left !== this.block.right,
  );

  /** Nothing for a row that is not there. */
  find(row: RowKey): number | undefined {
    return this.places.get(row);
  }

  rowOf(place: GridPlace | undefined): number {
    const at = place === undefined ? undefined : this.places.get(place.row);
    return at ?? Math.min(this.lastRow, this.given.rows().length - 1);
  }

  columnOf(place: GridPlace | undefined): number {
    return (place && this.columnPlaces.get(place.column)) ?? 0;
  }

  /** The focus goes to a cell; `extend`: the rectangle goes with it. Says which row it came to. */
  go(row: number, column: number, extend: boolean): number | undefined {
    const [rows, columns] = [this.given.rows(), this.given.columns()];
    const at = Math.max(0, Math.min(rows.length - 1, row));
    const to = columns[Math.max(0, Math.min(columns.length - 1, column))];
    const target = rows[at];
    if (!to || target === undefined) return undefined;
    if (extend) this.anchor ??= this.given.active();
    else this.anchor = undefined;
    this.given.go({ row: this.given.key(target), column: to.id });
    this.lastRow = at;
    return at;
  }

  /** Where an edge is: row and column. */
  edge(edge: Extract<Intent, { kind: 'edge' }>['edge']): [number, number] {
    const [lastRow, lastColumn] = [this.given.rows().length - 1, this.given.columns().length - 1];
    const edges: Record<typeof edge, [number, number]> = {
      'row-start': [this.row, 0],
      'row-end': [this.row, lastColumn],
      first: [0, 0],
      last: [lastRow, lastColumn],
      top: [0, this.column],
      bottom: [lastRow, this.column],
    };
    return edges[edge];
  }

  chosen(): GridBlock<Row> {
    const { top, bottom, left, right } = this.block;
    return {
      rows: this.given.rows().slice(top, bottom + 1),
      columns: this.given
        .columns()
        .slice(left, right + 1)
        .map((column) => column.id),
    };
  }

  /** What filling down takes: the first row's values onto the others, of one row those of the row above it. */
  filled(): GridBlock<Row> | undefined {
    const { top, bottom } = this.block;
    const one = top === bottom;
    if (one && top === 0) return undefined;
    return { rows: this.given.rows().slice(one ? top - 1 : top, bottom + 1), columns: this.chosen().columns };
  }

  select(kind: 'select-row' | 'select-column' | 'select-all'): void {
    const [rows, columns, marked] = [this.given.rows(), this.given.columns(), this.given.marked()];
    const { key } = this.given;
    const [first, last] = [rows[0], rows.at(-1)];
    const [from, to] = [columns[0], columns.at(-1)];
    if (first === undefined || last === undefined || !from || !to) return;
    if (kind === 'select-row') {
      if (marked) this.toggle(this.row);
      else this.anchor = { row: key(rows[this.row] ?? first), column: this.column === 0 ? to.id : from.id };
    } else if (kind === 'select-all' && marked) {
      for (const row of rows) marked.add(key(row));
    } else {
      const column = kind === 'select-all' ? to.id : (columns[this.column] ?? from).id;
      this.anchor = { row: key(first), column: kind === 'select-all' ? from.id : column };
      this.given.go({ row: key(last), column });
    }
  }

  /** Marks a row or takes its mark; `through`: all from the one before to it are marked. */
  toggle(at: number, through = false): void {
    const [rows, marked] = [this.given.rows(), this.given.marked()];
    const { key } = this.given;
    if (!marked) return;
    const [from, to] = through ? [Math.min(this.lastMarked, at), Math.max(this.lastMarked, at)] : [at, at];
    const on = through || !marked.has(key(rows[at]!));
    for (const row of rows.slice(from, to + 1)) {
      if (on) marked.add(key(row));
      else marked.delete(key(row));
    }
    this.lastMarked = at;
  }

  private rectangle() {
    const corner = this.anchor && this.places.has(this.anchor.row) ? this.anchor : this.given.active();
    const [r, c] = [this.rowOf(corner), this.columnOf(corner)];
    return {
      top: Math.min(r, this.row),
      bottom: Math.max(r, this.row),
      left: Math.min(c, this.column),
      right: Math.max(c, this.column),
    };
  }
}
