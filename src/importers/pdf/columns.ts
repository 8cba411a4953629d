// Columns that the file gives row by row: the first line of each, then the second of each. They are read one after another.

/** What stands on one line without a wide gap. */
export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly size: number;
}

/** Shorter cells are a table's, and its rows belong together. */
const SHORTEST = 15;
const FEWEST_ROWS = 4;
/** In letter sizes: a first line may be indented. */
const INDENT = 3;

/** The rows in reading order: where columns were given row by row, each row is one column's line. */
export function inReadingOrder<R extends Row>(rows: readonly R[]): R[] {
  const lefts = columnLefts(rows);
  if (lefts === null) return [...rows];
  const ordered: R[] = [];
  let run: R[] = [];
  const endRun = (): void => {
    ordered.push(...(run.filter(isParted).length < FEWEST_ROWS ? run : columnByColumn(run, lefts)));
    run = [];
  };
  for (const row of rows) {
    if (isInColumns(row, lefts)) run.push(row);
    else {
      endRun();
      ordered.push(row);
    }
  }
  endRun();
  return ordered;
}

const isParted = ({ cells }: Row): boolean =>
  cells.length > 1 && cells.every(({ text }) => text.trim().length >= SHORTEST);

/** Where the columns begin, if enough rows agree. */
function columnLefts(rows: readonly Row[]): readonly number[] | null {
  const parted = rows.filter(isParted);
  for (const { cells, size } of parted.slice(0, FEWEST_ROWS)) {
    const lefts = cells.map(({ left }) => left);
    const like = parted.filter(
      (row) =>
        row.cells.length === lefts.length &&
        row.cells.every(({ left }, at) => Math.abs(left - lefts[at]!) <= INDENT * size),
    );
    if (like.length >= FEWEST_ROWS)
      return lefts.map((_, at) => Math.min(...like.map((row) => row.cells[at]!.left)));
  }
  return null;
}

const columnOf = ({ left }: Cell, size: number, lefts: readonly number[]): number =>
  lefts.findIndex((column) => left >= column - size && left <= column + INDENT * size);

/** A line that runs on into the next column stands over both. */
const isInColumns = ({ cells, size }: Row, lefts: readonly number[]): boolean =>
  cells.every((cell) => {
    const column = columnOf(cell, size, lefts);
    return column >= 0 && cell.right <= (lefts[column + 1] ?? Infinity);
  });

const columnByColumn = <R extends Row>(rows: readonly R[], lefts: readonly number[]): R[] =>
  lefts.flatMap((_, column) =>
    rows.flatMap((row) =>
      row.cells
        .filter((cell) => columnOf(cell, row.size, lefts) === column)
        .map((cell) => ({ ...row, cells: [cell] })),
    ),
  );
