import { requireLevel } from '../check-input.ts';
import { toFloats, type Series } from '../series.ts';
import { StatisticsError } from '../statistics-error.ts';
import { breakIntervalWidths } from './break-interval.ts';
import { bestPartitions } from './partitions.ts';

export interface BreakOptions {
  /** Most breaks to consider. */
  readonly most?: number;
  /** Smallest part of the series that a stretch between breaks may be. */
  readonly smallest?: number;
  readonly level?: number;
}

/** A break after a point: index (from 0, in the series given) of the last point at the old level. */
export interface LevelBreak {
  readonly index: number;
  /** Position among the points that are there, from 1, as other tools count; and its limits, null when none can be had. */
  readonly position: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface LevelBreaks {
  readonly breaks: readonly LevelBreak[];
  /** Largest F statistic of one break over its places; null for a constant series. */
  readonly supF: number | null;
  /** For 0, 1, 2 … breaks: the Bayesian information criterion and the residual sum of squares. */
  readonly bicByBreaks: readonly number[];
  readonly rssByBreaks: readonly number[];
}

/**
 * Where the level of a series changed, how often, and how sure the places are: least squares over all partitions by
 * dynamic programming, the number of breaks with the lowest BIC, Bai's intervals for the places (noise may differ
 * between stretches). Gaps are left out.
 *
 * Source: Bai & Perron (2003), Journal of Applied Econometrics 18, 1–22. Checked against R:
 * `strucchange::breakpoints(y ~ 1)`, `confint`, `Fstats`.
 *
 * @throws StatisticsError with fewer than 14 points
 */
export function levelBreaks(values: Series, options: BreakOptions = {}): LevelBreaks {
  const { most = 5, smallest = 0.15, level = 0.95 } = options;
  requireLevel(level);
  const floats = toFloats(values);
  const places = [...floats.keys()].filter((i) => !Number.isNaN(floats[i]));
  const y = Float64Array.from(places, (i) => floats[i] ?? 0);
  const n = y.length;
  const least = Math.floor(n * smallest);
  if (!(smallest > 0 && smallest < 0.5) || !(Number.isInteger(most) && most >= 0)) {
    throw new StatisticsError(
      'bad-option',
      'The options leave no breaks to look for.',
      'Give --max 5, and stretches of 0.15.',
    );
  }
  if (least < 2) {
    throw new StatisticsError(
      'too-few-points',
      `${n} points are too few to look for breaks.`,
      `Give ${Math.ceil(2 / smallest)} points or more.`,
    );
  }
  const count = Math.max(0, Math.min(most, Math.ceil(n / least) - 2));
  const partitions = bestPartitions(y, least, count);
  const none = partitions[0]?.rss ?? 0;
  // What is left by rounding when a partition fits to the last digit.
  const floor = Math.max(none * 1e-14, Number.MIN_VALUE);
  const rssByBreaks = partitions.map(({ rss }) => Math.max(0, rss));
  const bicByBreaks = rssByBreaks.map((rss, breaks) => bic(Math.max(rss, floor), n, breaks));
  const chosen = none === 0 ? 0 : bicByBreaks.indexOf(Math.min(...bicByBreaks));
  const ends = partitions[chosen]?.ends ?? [];
  return {
    breaks: ends.map((position, k) => {
      const limits = limitsOf(y, ends, k, level);
      return {
        index: places[position - 1] ?? 0,
        position,
        lower: limits?.[0] ?? null,
        upper: limits?.[1] ?? null,
      };
    }),
    supF: none === 0 ? null : supF(y, smallest, floor),
    bicByBreaks,
    rssByBreaks,
  };
}

function bic(rss: number, n: number, breaks: number): number {
  return n * (Math.log(rss) + 1 - Math.log(n) + Math.log(2 * Math.PI)) + 2 * (breaks + 1) * Math.log(n);
}

function limitsOf(
  y: Float64Array,
  ends: readonly number[],
  k: number,
  level: number,
): [number, number] | null {
  const at = ends[k] ?? 0;
  const before = moments(y.subarray(ends[k - 1] ?? 0, at));
  const after = moments(y.subarray(at, ends[k + 1] ?? y.length));
  const change = (after.mean - before.mean) ** 2;
  // A stretch without noise leaves its break without doubt, and the formula without an answer.
  if (!(before.variance > 0 && after.variance > 0 && change > 0)) return null;
  const widths = breakIntervalWidths(after.variance / before.variance, level);
  if (widths === null) return null;
  const unit = before.variance / change;
  return [
    Math.max(1, at - Math.ceil(widths[1] * unit)),
    Math.min(y.length, at - Math.floor(widths[0] * unit)),
  ];
}

function moments(values: Float64Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

function supF(y: Float64Array, smallest: number, floor: number): number {
  const n = y.length;
  const { variance, mean } = moments(y);
  const total = variance * n;
  let best = 0;
  let sum = 0;
  const from = Math.trunc(smallest * n);
  for (let i = 1; i <= n - from; i++) {
    sum += (y[i - 1] ?? 0) - mean;
    if (i < from) continue;
    const between = (sum * sum * n) / (i * (n - i));
    const rest = Math.max(total - between, floor);
    best = Math.max(best, (between / rest) * (n - 2));
  }
  return best;
}
