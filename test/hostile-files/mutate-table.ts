import type { Random } from '../../src/statistics/random.ts';
import hostileCells from './hostile-cells.json' with { type: 'json' };

/** A table as rows of cells, headings and all. */
export type Grid = readonly (readonly string[])[];

/** A change of a table that leaves it a table. */
export type GridChange = (grid: Grid, random: Random) => Grid;

/** A cell that somebody means harm with, or that no layout foresees. */
export function hostileCell(random: Random): string {
  if (random.below(200) === 0) return 'x'.repeat(1 + random.below(300_000));
  return hostileCells[random.below(hostileCells.length)] ?? '';
}

/** What people and programs do to the rows, columns and cells of a table. */
export const GRID_CHANGES: Readonly<Record<string, GridChange>> = {
  'hostile cells': (grid, random) =>
    times(1 + random.below(5), grid, (now) => replaceCell(now, random, () => hostileCell(random))),
  'hostile column': (grid, random) => {
    const column = columnOf(grid, random);
    return grid.map((row, index) =>
      index === 0 ? row : row.map((cell, at) => (at === column ? hostileCell(random) : cell)),
    );
  },
  'columns shuffled': (grid, random) => {
    const width = Math.max(...grid.map((row) => row.length));
    const order = shuffled(
      Array.from({ length: width }, (_, index) => index),
      random,
    );
    return grid.map((row) => (row.length === width ? order.map((at) => row[at] ?? '') : row));
  },
  'column lost': (grid, random) => {
    const column = columnOf(grid, random);
    return grid.map((row) => row.filter((_, at) => at !== column));
  },
  'column twice': (grid, random) => {
    const column = columnOf(grid, random);
    return grid.map((row) => row.flatMap((cell, at) => (at === column ? [cell, cell] : [cell])));
  },
  'column put in': (grid, random) => {
    const column = columnOf(grid, random);
    return grid.map((row, index) => [
      ...row.slice(0, column),
      index === 0 ? 'Notes' : hostileCell(random),
      ...row.slice(column),
    ]);
  },
  'heading changed': (grid, random) =>
    grid.map((row, index) => {
      if (index > 0) return row;
      const column = random.below(row.length);
      return row.map((cell, at) => (at === column ? retitled(cell, random) : cell));
    }),
  'rows shuffled': (grid, random) => [...grid.slice(0, 1), ...shuffled(grid.slice(1), random)],
  'rows repeated': (grid, random) =>
    grid.flatMap((row, index) => (index > 0 && random.below(4) === 0 ? [row, row] : [row])),
  'row twice with another cell': (grid, random) => {
    const at = rowOf(grid, random);
    const copy = replaceCell([grid[at] ?? []], random, () => String(random.below(1000)));
    return [...grid.slice(0, at + 1), ...copy, ...grid.slice(at + 1)];
  },
  'rows lost': (grid, random) => grid.filter((_, index) => index === 0 || random.below(3) > 0),
  'headings lost': (grid) => grid.slice(1),
  'headings again': (grid, random) => {
    const at = rowOf(grid, random);
    return [...grid.slice(0, at), grid[0] ?? [], ...grid.slice(at)];
  },
  'cells too many': (grid, random) => {
    const at = rowOf(grid, random);
    return grid.map((row, index) => (index === at ? [...row, hostileCell(random), ''] : row));
  },
  'cells too few': (grid, random) => {
    const at = rowOf(grid, random);
    return grid.map((row, index) => (index === at ? row.slice(0, random.below(row.length + 1)) : row));
  },
  'blank rows': (grid, random) => {
    const at = rowOf(grid, random);
    const width = grid[0]?.length ?? 1;
    return [...grid.slice(0, at), [''], Array.from({ length: width }, () => ''), ...grid.slice(at)];
  },
  'cells exchanged': (grid, random) => {
    const row = rowOf(grid, random);
    return grid.map((cells, index) => (index === row ? shuffled(cells, random) : cells));
  },
  'title put first': (grid, random) => [[hostileCell(random)], ...grid],
  'nothing but headings': (grid) => grid.slice(0, 1),
};

function retitled(cell: string, random: Random): string {
  const ways = [
    () => cell.toUpperCase(),
    () => ` ${cell} `,
    () => `${cell} [note 1]`,
    () => cell.slice(1),
    () => cell.replaceAll(' ', '_'),
    () => hostileCell(random),
    () => '',
  ];
  return (ways[random.below(ways.length)] ?? (() => cell))();
}

function times(count: number, grid: Grid, change: (grid: Grid) => Grid): Grid {
  return Array.from({ length: count }).reduce<Grid>((now) => change(now), grid);
}

function replaceCell(grid: Grid, random: Random, by: () => string): Grid {
  const row = grid.length === 1 ? 0 : rowOf(grid, random);
  const column = random.below(Math.max(1, grid[row]?.length ?? 1));
  return grid.map((cells, index) =>
    index === row ? cells.map((cell, at) => (at === column ? by() : cell)) : cells,
  );
}

/** A row that is not the first, where there is one. */
function rowOf(grid: Grid, random: Random): number {
  return grid.length < 2 ? 0 : 1 + random.below(grid.length - 1);
}

function columnOf(grid: Grid, random: Random): number {
  return random.below(Math.max(1, grid[0]?.length ?? 1));
}

function shuffled<Thing>(things: readonly Thing[], random: Random): Thing[] {
  const left = [...things];
  const order: Thing[] = [];
  while (left.length > 0) order.push(...left.splice(random.below(left.length), 1));
  return order;
}
