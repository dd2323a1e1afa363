import { UsageError } from '../../foundation/errors.ts';
import { aboutHotSpots } from '../../statistics/about/hot-spots.ts';
import {
  falseDiscoveryControl,
  getisOrd,
  gridCounts,
  gridNeighbours,
  knoxTest,
  moranTest,
  normalTwoSided,
  predictionAccuracy,
  type Grid,
} from '../../statistics/index.ts';
import type { Answer, Method } from '../method.ts';
import type { Options } from '../options.ts';
import type { Table } from '../table.ts';

/** Patterns of points: see --explain for what each statistic answers. */
export const hotSpots: Method = {
  about: aboutHotSpots,
  columns: ['x', 'y', 'date'],
  run(table, options) {
    const [x, y] = [Float64Array.from(table.numbers('x')), Float64Array.from(table.numbers('y'))];
    const cell = options.number('cell', 250);
    const statistic = options.choice('statistic', ['gi', 'moran', 'pai', 'knox']);
    if (statistic === 'knox') return knox(x, y, daysOf(table), options);
    const grid = gridCounts(x, y, cell);
    const size = {
      statistic,
      cells: grid.counts.length,
      columns: grid.columns,
      rows: grid.rows,
      events: x.length,
    };
    if (statistic === 'moran') return { ...size, ...moranTest(grid.counts, gridNeighbours(grid)) };
    if (statistic === 'gi') return { ...size, hot_cells: hotCells(grid, options) };
    return { ...size, ...accuracy(grid, daysOf(table), options) };
  },
};

function hotCells(grid: Grid, options: Options): Answer[] {
  const side = options.number('cell', 250);
  const z = getisOrd(grid.counts, gridNeighbours(grid));
  const significant = falseDiscoveryControl(Array.from(z, normalTwoSided), options.level('fdr', 0.05));
  return Array.from(z, (score, at) => ({
    x: grid.left + ((at % grid.columns) + 0.5) * side,
    y: grid.bottom + (Math.floor(at / grid.columns) + 0.5) * side,
    count: grid.counts[at],
    z: score,
    fdr_significant: significant[at],
  }));
}

function accuracy(grid: Grid, days: Float64Array, options: Options): Answer {
  const share = options.number('share', 0.05);
  const from = options.text('from');
  const sorted = days.toSorted();
  const cut = from === undefined ? (sorted[Math.floor(sorted.length / 2)] ?? 0) : dayOf(from);
  if (cut === null) throw new UsageError(`--from ${from ?? ''} is not a date.`, 'Write it as 2023-06-01.');
  const [before, after] = [new Float64Array(grid.counts.length), new Float64Array(grid.counts.length)];
  for (const [i, at] of grid.cellOf.entries()) {
    const part = (days[i] ?? 0) < cut ? before : after;
    part[at] = (part[at] ?? 0) + 1;
  }
  const { hitShare, areaShare, pai, pei, cells } = predictionAccuracy(before, after, share);
  return {
    pai,
    pei,
    hit_share: hitShare,
    area_share: areaShare,
    cells_chosen: cells,
    from: new Date(cut * DAY).toISOString().slice(0, 10),
  };
}

function knox(x: Float64Array, y: Float64Array, days: Float64Array, options: Options): Answer {
  const distances = options.numbers('distances', [100, 200, 300, 400]);
  const bands = options.numbers('days', [7, 14, 28]);
  const permutations = options.whole('permutations', 999, 1, 1_000_000);
  const found = knoxTest(x, y, days, {
    distances,
    days: bands,
    permutations,
    seed: options.number('seed', 1),
  });
  const bandsOf = found.flatMap((row, i) =>
    row.map(({ observed, expected, ratio, p }, j) => ({
      distance: distances[i],
      days: bands[j],
      observed,
      expected,
      ratio,
      p,
    })),
  );
  return { statistic: 'knox', events: x.length, permutations, bands: bandsOf };
}

const DAY = 86_400_000;

function daysOf(table: Table): Float64Array {
  return Float64Array.from(table.text('date'), (cell, row) => {
    const day = dayOf(cell);
    if (day === null) throw table.fault(row, `'${cell}' is not a date.`, 'Write dates as 2023-08-31.');
    return day;
  });
}

function dayOf(text: string): number | null {
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}/.test(text) ? `${text.slice(0, 10)}T00:00:00Z` : '');
  return Number.isNaN(time) ? null : time / DAY;
}
