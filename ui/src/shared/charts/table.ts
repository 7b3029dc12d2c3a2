// What every chart is made of: a table. The picture, the table view and the CSV show the same rows.

export type ChartValue = string | number | null;

export interface ChartColumn {
  id: string;
  heading: string;
  /** Default: text for texts, `count` for numbers. */
  as?: 'text' | 'count' | 'money' | 'day' | 'moment' | 'bytes';
}

export interface ChartTable {
  columns: ChartColumn[];
  rows: ChartValue[][];
}

/** Values of one column. */
export function column(table: ChartTable, id: string): ChartValue[] {
  const at = table.columns.findIndex((column) => column.id === id);
  return table.rows.map((row) => row[at] ?? null);
}
