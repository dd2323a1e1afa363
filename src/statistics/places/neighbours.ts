import { StatisticsError } from '../statistics-error.ts';

/** For each area, the indices of its neighbours (itself not among them). */
export type Neighbours = readonly (readonly number[])[];

/** A grid of square cells over points, with the count in each; row by row from the south-west. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly counts: Float64Array;
  /** South-west corner of the grid. */
  readonly left: number;
  readonly bottom: number;
  /** Cell of each point. */
  readonly cellOf: Int32Array;
}

const MOST_CELLS = 250_000;

/**
 * Counts points in square cells of side `cell`, aligned with whole multiples of it.
 *
 * @throws StatisticsError for no points, a side not above 0, or far too many cells
 */
export function gridCounts(x: Float64Array, y: Float64Array, cell: number): Grid {
  if (x.length === 0) throw new StatisticsError('no-data', 'There are no points.', 'Give x and y.');
  if (!(cell > 0 && cell < Infinity))
    throw new StatisticsError(
      'bad-option',
      `Cells cannot have a side of ${cell}.`,
      'Give --cell 250, in the unit of x and y.',
    );
  const [left, bottom] = [x, y].map((values) => Math.floor(least(values) / cell) * cell) as [number, number];
  const place = (value: number, from: number) => Math.floor((value - from) / cell);
  const columns = place(most(x), left) + 1;
  const rows = place(most(y), bottom) + 1;
  if (!(columns * rows <= MOST_CELLS)) {
    throw new StatisticsError(
      'bad-option',
      `Cells of ${cell} make a grid of ${columns} by ${rows}.`,
      'Use larger cells, or check the coordinates.',
    );
  }
  const counts = new Float64Array(columns * rows);
  const cellOf = Int32Array.from(
    x,
    (value, i) => place(y[i] as number, bottom) * columns + place(value, left),
  );
  for (const at of cellOf) counts[at] = (counts[at] as number) + 1;
  return { columns, rows, counts, left, bottom, cellOf };
}

/** Cells that touch, corners included ("queen"). */
export function gridNeighbours({ columns, rows }: Pick<Grid, 'columns' | 'rows'>): Neighbours {
  return Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const found: number[] = [];
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        if (r !== row || c !== column) found.push(r * columns + c);
      }
    }
    return found;
  });
}

function least(values: Float64Array): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
