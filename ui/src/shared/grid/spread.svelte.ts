// How a grid's columns are spread over its width: where each begins, which stay when it is scrolled to the side, and which
// are drawn. Knows no cell.
import { appearance } from '../layout/appearance.svelte';
import type { GridColumn } from './columns';
import { places, seen } from './wide';

/** Width of the column of marks, in rem. */
const MARKS = 2.5;

interface Wanted<Row> {
  columns: () => GridColumn<Row>[];
  /** How many first columns should stay. */
  frozen: () => number;
  marked: () => boolean;
  /** Of the grid, in pixels; 0 before it is measured. */
  room: () => number;
  /** How far it is scrolled to the side, in pixels. */
  scrolled: () => number;
  /** Place of the column that has the focus. */
  active: () => number;
}

export class Spread<Row> {
  private readonly wanted: Wanted<Row>;

  constructor(wanted: Wanted<Row>) {
    this.wanted = wanted;
  }

  private readonly columns = $derived.by(() => this.wanted.columns());
  private readonly lead = $derived.by(() => (this.wanted.marked() ? MARKS : 0));
  /** How far from the left edge each column is, in rem. */
  readonly lefts = $derived.by(() =>
    this.columns.map((_, at) => this.lead + this.columns.slice(0, at).reduce((sum, c) => sum + c.width, 0)),
  );
  private readonly template = $derived.by(() =>
    [
      this.lead > 0 && `${MARKS}rem`,
      ...this.columns.map((c) => (c.grow ? `minmax(${c.width}rem, 1fr)` : `${c.width}rem`)),
    ]
      .filter(Boolean)
      .join(' '),
  );
  /** How many stay. In a narrow grid, columns that stay would leave no room for those that scroll. */
  readonly frozen = $derived.by(() => {
    const [wanted, room] = [this.wanted.frozen(), this.wanted.room()];
    const left = this.lefts[wanted];
    const fits = left === undefined || room === 0 || left * appearance.rem < 0.55 * room;
    return fits ? wanted : Math.min(1, wanted);
  });
  /** Of all columns, in rem. */
  private readonly width = $derived.by(
    () => this.lead + this.columns.reduce((sum, column) => sum + column.width, 0),
  );
  /** How wide all columns want to be, as a style. */
  readonly least = $derived.by(() => `min-width: max(100%, ${this.width}rem)`);
  /** How a row is divided into columns, as a style. A property of our own would be shorter, but it is inherited, and WebKit
   *  keeps every style under one for as long as the page is open. */
  readonly shape = $derived.by(() => `grid-template-columns: ${this.template}; ${this.least}`);
  /** Of those that stay, in rem. */
  readonly frozenWidth = $derived.by(() =>
    this.frozen > 0
      ? (this.lefts[this.frozen - 1] ?? 0) + (this.columns[this.frozen - 1]?.width ?? 0)
      : this.lead,
  );

  private readonly span = $derived.by(() => this.seen());
  // Compared as numbers: a scroll within a column changes no row.
  private readonly first = $derived.by(() => this.span[0]);
  private readonly last = $derived.by(() => this.span[1]);
  /** The focus's column, where it is drawn for the focus alone. */
  private readonly stray = $derived.by(() => {
    const active = this.wanted.active();
    return active < this.first || active > this.last ? active : -1;
  });
  /** Places of the columns drawn. */
  readonly drawn = $derived.by(() =>
    places(this.columns.length, this.frozen, [this.first, this.last], this.stray),
  );
  /** Where in its row each column is put. */
  readonly styles = $derived.by(() =>
    this.columns.map((_, at) => {
      const place = `grid-area: 1 / ${at + (this.lead > 0 ? 2 : 1)}`;
      return at < this.frozen ? `${place}; left: ${this.lefts[at]}rem` : place;
    }),
  );

  private seen(): [number, number] {
    const rem = appearance.rem;
    const room = this.wanted.room() || globalThis.innerWidth;
    return seen({
      lefts: this.lefts.map((left) => left * rem),
      widths: this.columns.map((column) => column.width * rem),
      frozen: this.frozen,
      from: this.wanted.scrolled(),
      to: this.wanted.scrolled() + room,
    });
  }
}
