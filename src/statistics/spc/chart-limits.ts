import { StatisticsError } from '../statistics-error.ts';
import { xmrLimits, XMR_FACTOR } from './xmr-limits.ts';

export type ChartType = 'xmr' | 'run' | 'p' | 'p-prime' | 'u' | 'u-prime' | 'c' | 'g' | 't';

/** Limits of each point of a segment, and its distance from the centre in sigmas. NaN where there is none. */
export interface ChartLimits {
  readonly centre: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly scores: Float64Array;
}

/** Divides an average moving range into a standard deviation: its expectation for two normal values. */
const RANGE_TO_SIGMA = 1.128;

/**
 * Centre, three-sigma limits and scores for one segment. `values` are counts for c, gaps between events for g and t, and
 * values for xmr and run; for p and u they are numerators, over `denominators`. `base` marks the points that the
 * limits are taken from. A gap is NaN.
 *
 * - p, u: binomial and Poisson noise around the pooled share or rate; a size of its own for each point.
 * - p', u' (Laney 2002): the same, stretched by the moving range of the standardised values.
 * - c: Poisson noise around the mean count. g: geometric, √(ḡ(ḡ + 1)) above the mean, none below; centre the median.
 * - t: an XmR chart of the times between events raised to 1/3.6 (Nelson 1994), turned back.
 * - run: the median, no limits.
 *
 * Source: Montgomery, Introduction to Statistical Quality Control; Provost & Murray, The Health Care Data Guide.
 */
export function chartLimits(
  type: ChartType,
  values: Float64Array,
  denominators: Float64Array | null,
  screen: boolean,
  base: number,
): ChartLimits {
  switch (type) {
    case 'xmr':
      return individuals(values, screen, base);
    case 'run':
      return withoutLimits(values, medianOf(values.subarray(0, base)));
    case 'c':
      return counts(values, base);
    case 'g':
      return gaps(values, base);
    case 't':
      return times(values, base);
    default:
      return ratios(type, values, denominators ?? missingDenominator(), base);
  }
}

function individuals(values: Float64Array, screen: boolean, base: number): ChartLimits {
  const limits = { centre: NaN, averageRange: NaN, count: 0 };
  xmrLimits(values, 0, base, screen, limits);
  return around(values, limits.centre, () => (XMR_FACTOR * limits.averageRange) / 3, -Infinity, Infinity);
}

function withoutLimits(values: Float64Array, centre: number): ChartLimits {
  const none = new Float64Array(values.length).fill(NaN);
  // Only the side counts: half a sigma is near no limit.
  return { centre, lower: none, upper: none, scores: values.map((value) => Math.sign(value - centre) / 2) };
}

function counts(values: Float64Array, base: number): ChartLimits {
  const centre = meanOf(values.subarray(0, base));
  return around(values, centre, () => Math.sqrt(centre), 0, Infinity);
}

function gaps(values: Float64Array, base: number): ChartLimits {
  const mean = meanOf(values.subarray(0, base));
  const centre = medianOf(values.subarray(0, base));
  const upper = mean + 3 * Math.sqrt(mean * (mean + 1));
  return {
    centre,
    lower: values.map(() => 0),
    upper: values.map(() => upper),
    // Below the median there is no limit to be near to, only a side.
    scores: values.map((value) =>
      value > centre ? (3 * (value - centre)) / (upper - centre) : value < centre ? -0.5 : value - centre,
    ),
  };
}

function times(values: Float64Array, base: number): ChartLimits {
  const power = (value: number) => value ** (1 / 3.6);
  const back = (value: number) => Math.max(0, value) ** 3.6;
  const { centre, lower, upper, scores } = individuals(values.map(power), false, base);
  return { centre: back(centre), lower: lower.map(back), upper: upper.map(back), scores };
}

function ratios(
  type: 'p' | 'p-prime' | 'u' | 'u-prime',
  tops: Float64Array,
  bottoms: Float64Array,
  base: number,
): ChartLimits {
  let [above, below] = [0, 0];
  for (let i = 0; i < base; i++) {
    const [top, bottom] = [tops[i] ?? NaN, bottoms[i] ?? NaN];
    if (Number.isNaN(top + bottom)) continue;
    above += top;
    below += bottom;
  }
  const centre = above / below;
  const share = type === 'p' || type === 'p-prime';
  const variance = share ? centre * (1 - centre) : centre;
  const sigma = (i: number) => Math.sqrt(variance / (bottoms[i] ?? NaN));
  const values = tops.map((top, i) => top / (bottoms[i] ?? NaN));
  const stretch = type.endsWith('prime')
    ? laneyStretch(
        values.map((value, i) => (value - centre) / sigma(i)),
        base,
      )
    : 1;
  return around(values, centre, (i) => sigma(i) * stretch, 0, share ? 1 : Infinity);
}

/** Laney's σz: how much more neighbouring points differ than their own counts allow. */
function laneyStretch(scores: Float64Array, base: number): number {
  const limits = { centre: NaN, averageRange: NaN, count: 0 };
  xmrLimits(scores, 0, base, false, limits);
  return limits.averageRange / RANGE_TO_SIGMA;
}

function around(
  values: Float64Array,
  centre: number,
  sigma: (index: number) => number,
  least: number,
  most: number,
): ChartLimits {
  const width = values.map((_, i) => 3 * sigma(i));
  return {
    centre,
    lower: width.map((reach) => Math.max(least, centre - reach)),
    upper: width.map((reach) => Math.min(most, centre + reach)),
    scores: values.map((value, i) => score(value - centre, (width[i] ?? NaN) / 3)),
  };
}

/** Distance in sigmas; where there is no noise at all, any distance is beyond every limit. */
function score(distance: number, sigma: number): number {
  if (distance === 0 && sigma >= 0) return 0;
  return sigma === 0 ? Math.sign(distance) * Infinity : distance / sigma;
}

function meanOf(values: Float64Array): number {
  const there = values.filter((value) => !Number.isNaN(value));
  const first = there[0] ?? NaN;
  return first + there.reduce((sum, value) => sum + (value - first), 0) / there.length;
}

function medianOf(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[half - 0.5] ?? NaN)
    : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

function missingDenominator(): never {
  throw new StatisticsError(
    'no-exposure',
    'p and u charts need a denominator.',
    'Give a column `denominator`.',
  );
}
