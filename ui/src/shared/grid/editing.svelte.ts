// The cell of a grid that is edited: what its text begins as, and what of it is told when it ends. Changes no data.
import { isEditable, type CellEdit, type GridPlace } from './columns';
import type { Choosing, Given } from './choosing.svelte';

export class Editing<Row> {
  now = $state<{ place: GridPlace; text: string; typed: boolean; was: string }>();
  private readonly given: Given<Row> & { edit: () => ((edit: CellEdit<Row>) => void) | undefined };
  private readonly choosing: Choosing<Row>;

  constructor(given: Editing<Row>['given'], choosing: Choosing<Row>) {
    this.given = given;
    this.choosing = choosing;
  }

  /** Begins at the focus, with what was typed or what stands there; says whether the cell is edited at all. */
  begin(typed?: string): boolean {
    const [row, column] = [this.given.rows()[this.choosing.row], this.given.columns()[this.choosing.column]];
    if (!this.given.edit() || row === undefined || !column || !isEditable(column, row)) return false;
    this.choosing.anchor = undefined;
    const was = (column.raw ?? column.text)(row);
    const place = { row: this.given.key(row), column: column.id };
    this.now = { place, text: typed ?? was, typed: typed !== undefined, was };
    return true;
  }

  /** Ends; what was typed is told where it differs. Says where it was. */
  end(text: string): [row: number, column: number] | undefined {
    if (!this.now) return undefined;
    const { place, was } = this.now;
    this.now = undefined;
    const at: [number, number] = [this.choosing.rowOf(place), this.choosing.columnOf(place)];
    const [row, column] = [this.given.rows()[at[0]], this.given.columns()[at[1]]];
    if (row !== undefined && column && text !== was)
      this.given.edit()?.({ row, column: column.id, text, was });
    return at;
  }

  cancel(): void {
    this.now = undefined;
  }
}
