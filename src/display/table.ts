/** A table ready to be written down, column by column. */
export interface Table {
  /** What the rows are: for pages, where every table has a caption. */
  readonly caption: string;
  /** What stands above it in text as well: the name of a part of a result. */
  readonly title?: string;
  readonly columns: readonly Column[];
  /** What stands below the rows. */
  readonly notes: readonly string[];
}

/** A column of a {@link Table}: its text, not yet escaped for where it goes. */
export interface Column {
  readonly heading: string;
  /** Text leans to the left, numbers to the right. */
  readonly isText: boolean;
  readonly cells: readonly string[];
  /** Beside the cells, where they are estimates. */
  readonly bars?: readonly (Bar | null)[];
}

/** An interval on a scale from 0 to 1 that the column shares. */
export interface Bar {
  readonly low: number;
  readonly dot: number;
  readonly high: number;
}

/** The cells line by line, the headings first. */
export function linesOf({ columns }: Table): string[][] {
  const cells = columns[0]?.cells ?? [];
  return [
    columns.map(({ heading }) => heading),
    ...cells.map((_, row) => columns.map((column) => column.cells[row] ?? "")),
  ];
}
