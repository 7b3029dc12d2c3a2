// A column of Table: its heading and how a row's text is had.
export interface TableColumn<Row> {
  id: string;
  heading: string;
  text?: (row: Row) => string;
  /** Drawn by the table's `cell` snippet instead of as text. */
  drawn?: boolean;
  /** Figures: set flush right. */
  number?: boolean;
  /** The first column names its row for readers. */
  rowHeading?: boolean;
  width?: string;
}
