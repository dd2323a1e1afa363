import { requireFinite } from '../check-input.ts';
import { toFloats, type Series } from '../series.ts';
import { StatisticsError } from '../statistics-error.ts';
import { assuranceOf, variationOf, type Assurance, type Better, type Variation } from './icons.ts';
import { plotTheDots, SIGNALS } from './plot-the-dots.ts';
import type { SpcPoint } from './point.ts';
import { segmentStarts } from './segments.ts';
import { xmrLimits, XMR_FACTOR, type XmrLimits } from './xmr-limits.ts';

/** Below this many points the limits are a first guess: "trial limits". */
const FEWEST_FOR_LIMITS = 12;

export interface XmrOptions {
  /** Leave out moving ranges of 3.267 times their average or more, once. True unless said otherwise. */
  readonly screen?: boolean;
  /** Where the limits start anew: the index of each segment's first point. An index between points means the next. */
  readonly rebaseAt?: readonly number[];
  /** What the measure should reach; judged against the limits of the last segment. */
  readonly target?: number;
  /** Which way is better. Unknown ('neither') unless said otherwise. */
  readonly better?: Better;
  /** Take each segment's limits from its first so many points only (12 or more), and keep them. */
  readonly fixAfter?: number;
}

/** A stretch with limits of its own: from index `start` to before `end`. */
export interface XmrSegment {
  readonly start: number;
  readonly end: number;
  /** Points that are there (gaps do not count). */
  readonly n: number;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
  readonly averageRange: number | null;
  readonly trialLimits: boolean;
}

/** Centre and limits are those of the last segment; `n` counts all points that are there. */
export interface XmrResult {
  readonly n: number;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
  readonly points: readonly SpcPoint[];
  readonly segments: readonly XmrSegment[];
  readonly variation: Variation;
  readonly assurance: Assurance | null;
  readonly trialLimits: boolean;
}

/**
 * An XmR (individuals) chart: the mean, limits of ± 2.66 average moving ranges, and the four "plot the dots" rules.
 *
 * A missing value (null) is a gap: no moving range is taken across it and no run is counted across it. Each segment
 * after a rebase is judged alone. A constant series has limits equal to its value and no signal.
 *
 * Source: Shewhart; Wheeler, Understanding Variation; Making Data Count. Checked against `oracles/spc_oracle.R` and the
 * reference numbers of NHSRplotthedots.
 *
 * @throws StatisticsError without any value, with a value that is not finite, or with options that do not fit
 */
export function xmr(values: Series, options: XmrOptions = {}): XmrResult {
  const { screen = true, target, better = 'neither', fixAfter } = options;
  const series = toFloats(values);
  if (target !== undefined) requireFinite(target, 'the target');
  if (fixAfter !== undefined && !(Number.isInteger(fixAfter) && fixAfter >= FEWEST_FOR_LIMITS)) {
    throw badOption(
      `Limits cannot be fixed after ${fixAfter} points.`,
      `Fix them after ${FEWEST_FOR_LIMITS} points or more.`,
    );
  }
  const signals = new Uint8Array(series.length);
  const limits: XmrLimits = { centre: NaN, averageRange: NaN, count: 0 };
  const segments: XmrSegment[] = [];
  const points: SpcPoint[] = [];
  points.length = series.length;
  let n = 0;
  for (const { start, end } of segmentStarts(series.length, options.rebaseAt ?? [])) {
    const count = countPoints(series, start, end);
    xmrLimits(series, start, fixAfter === undefined ? end : Math.min(end, start + fixAfter), screen, limits);
    const reach = XMR_FACTOR * limits.averageRange;
    plotTheDots(series, start, end, limits.centre, reach, signals);
    const segment = describe(start, end, count, limits, reach);
    segments.push(segment);
    describePoints(values, signals, segment, points);
    n += count;
  }
  const { centre, lower, upper, nearLower, nearUpper, trialLimits } = lastWithPoints(segments);
  return {
    n,
    centre,
    lower,
    upper,
    nearLower,
    nearUpper,
    points,
    segments,
    variation: variationOf(points, better),
    assurance: assuranceOf(lower, upper, target, better),
    trialLimits,
  };
}

/** Writes the points of a segment into their places. Apart, and into an array of the right length: it is the costly part. */
function describePoints(
  values: Series,
  signals: Uint8Array,
  { start, end, centre, lower, upper }: XmrSegment,
  points: SpcPoint[],
): void {
  for (let index = start; index < end; index++) {
    const signal = SIGNALS[signals[index] as number] as SpcPoint['signal'];
    points[index] = { index, value: values[index] as number | null, centre, lower, upper, signal };
  }
}

function countPoints(series: Float64Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (!Number.isNaN(series[i])) count++;
  return count;
}

function describe(start: number, end: number, n: number, limits: XmrLimits, reach: number): XmrSegment {
  const { centre, averageRange } = limits;
  const limited = reach >= 0;
  return {
    start,
    end,
    n,
    centre: Number.isNaN(centre) ? null : centre,
    lower: limited ? centre - reach : null,
    upper: limited ? centre + reach : null,
    nearLower: limited ? centre - (reach * 2) / 3 : null,
    nearUpper: limited ? centre + (reach * 2) / 3 : null,
    averageRange: limited ? averageRange : null,
    trialLimits: n < FEWEST_FOR_LIMITS,
  };
}

function lastWithPoints(segments: readonly XmrSegment[]): XmrSegment {
  const found = segments.findLast((segment) => segment.n > 0);
  if (found === undefined)
    throw new StatisticsError('no-data', 'There is no value to chart.', 'Give at least one value.');
  return found;
}

function badOption(message: string, advice: string): StatisticsError {
  return new StatisticsError('bad-option', message, advice);
}
