import { StatisticsError } from '../statistics-error.ts';

export interface PredictionAccuracy {
  /** Share of later events that fell in the cells chosen, and share of the area that they are. */
  readonly hitShare: number;
  readonly areaShare: number;
  /** Share of events over share of area. */
  readonly pai: number | null;
  /** PAI over the best that as many cells could have had. */
  readonly pei: number | null;
  readonly cells: number;
}

/**
 * How well the cells that were hottest before catch what came after: predictive accuracy and efficiency index.
 *
 * @param before, after counts of each cell; `share` the part of all cells to choose
 * Source: Chainey, Tompson & Uhlig (2008), Security Journal 21, 4–28; Hunt (2016) for the efficiency index.
 *
 * @throws StatisticsError without cells or later events
 */
export function predictionAccuracy(
  before: Float64Array,
  after: Float64Array,
  share: number,
): PredictionAccuracy {
  const n = before.length;
  const total = after.reduce((sum, value) => sum + value, 0);
  if (!(share > 0 && share <= 1))
    throw new StatisticsError('bad-option', `Cannot choose ${share} of the cells.`, 'Give --share 0.05.');
  if (n === 0 || total === 0)
    throw new StatisticsError(
      'no-data',
      'There are no later events to be right about.',
      'Give events after --from.',
    );
  const cells = Math.max(1, Math.round(n * share));
  const top = (counts: Float64Array) =>
    Array.from(counts.keys())
      .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
      .slice(0, cells);
  const caught = (chosen: readonly number[]) =>
    chosen.reduce((sum, at) => sum + (after[at] as number), 0) / total;
  const [hitShare, best, areaShare] = [caught(top(before)), caught(top(after)), cells / n];
  return { hitShare, areaShare, pai: hitShare / areaShare, pei: best > 0 ? hitShare / best : null, cells };
}
