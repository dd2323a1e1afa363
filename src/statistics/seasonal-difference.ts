import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { requireLevel } from './check-input.ts';
import { toCounts, type Series } from './series.ts';
import { StatisticsError } from './statistics-error.ts';

/** The last months set against the same months a year before. */
export interface YearOnYear {
  /** Sum of the last months over sum of the same months a year before; null when there were none before. */
  readonly ratio: number | null;
  readonly lower: number;
  /** Null when no upper limit can be had (no events a year before). */
  readonly upper: number | null;
  readonly recent: number;
  readonly before: number;
  /** Months compared: those of the last `months` that are there in both years. */
  readonly monthsCompared: number;
  /** How many times more than Poisson the counts vary; 1 when they vary no more, or when that could not be judged. */
  readonly dispersion: number;
  /** Pairs of neighbouring months that the dispersion was estimated from; 0 means that Poisson was assumed. */
  readonly dispersionFrom: number;
  readonly verdict: 'lower' | 'higher' | 'similar';
}

const YEAR = 12;
/** With fewer pairs than this the dispersion is too rough a guess to be of use. */
const FEWEST_PAIRS = 6;

/**
 * Compares the last `months` of a monthly count with the same months a year before, so that season plays no part.
 * `counts` ends with the latest month; null is a missing month, which is left out of both years.
 *
 * The interval is quasi-Poisson: exp(ln ratio ± t·√(φ(1/A + 1/B))). The dispersion φ is the mean chi-square of the
 * tables [this month, next month] × [this year, a year before] over all neighbouring months of the series. Each such
 * table asks whether the year-on-year change differs between two months that follow each other, so a slow change of
 * level adds nothing to φ, and a lasting step adds to one month's tables only. φ is taken as 1 at least; t has two
 * thirds of the number of tables as its degrees of freedom (they overlap; von Neumann, 1941).
 *
 * Source: McCullagh & Nelder (1989), ch. 4.5 and 6.2, for quasi-likelihood. With φ = 1 the interval is that of
 * `epitools::rateratio(method = "wald")`, but for t in place of z.
 *
 * @throws StatisticsError with fewer than `months` + 12 counts, with negative counts, or with nothing to compare
 */
export function compareWithYearBefore(counts: Series, months: number, level = 0.95): YearOnYear {
  requireLevel(level);
  if (!(Number.isInteger(months) && months >= 1 && months <= YEAR)) {
    throw new StatisticsError(
      'bad-option',
      `Cannot compare ${months} months.`,
      'Compare 1 to 12 whole months.',
    );
  }
  const series = toCounts(counts);
  if (counts.length < months + YEAR) {
    throw new StatisticsError(
      'too-few-points',
      `${counts.length} months hold no year before the last ${months}.`,
      `Give ${months + YEAR} months or more.`,
    );
  }
  const { recent, before, monthsCompared } = sums(series, months);
  if (monthsCompared === 0) {
    throw new StatisticsError('no-data', 'No month is there in both years.', 'Compare other months.');
  }
  const { dispersion, dispersionFrom } = yearOnYearDispersion(series);
  const limits = ratioLimits(recent, before, dispersion, dispersionFrom, level);
  const verdict =
    limits.upper !== null && limits.upper < 1 ? 'lower' : limits.lower > 1 ? 'higher' : 'similar';
  return { ...limits, recent, before, monthsCompared, dispersion, dispersionFrom, verdict };
}

/**
 * How many times more than Poisson year-on-year changes vary from month to month (see `compareWithYearBefore`), at
 * least 1; and the number of tables it comes from. A gap is NaN.
 */
export function yearOnYearDispersion(counts: Float64Array): {
  readonly dispersion: number;
  readonly dispersionFrom: number;
} {
  let total = 0;
  let tables = 0;
  for (let i = YEAR + 1; i < counts.length; i++) {
    const [a, b] = [counts[i - 1] ?? NaN, counts[i] ?? NaN];
    const [c, d] = [counts[i - 1 - YEAR] ?? NaN, counts[i - YEAR] ?? NaN];
    const margins = (a + b) * (c + d) * (a + c) * (b + d);
    // False for a gap (NaN) too.
    if (!(margins > 0)) continue;
    total += ((a + b + c + d) * (a * d - b * c) ** 2) / margins;
    tables++;
  }
  if (tables < FEWEST_PAIRS) return { dispersion: 1, dispersionFrom: 0 };
  return { dispersion: Math.max(1, total / tables), dispersionFrom: tables };
}

function sums(counts: Float64Array, months: number) {
  let recent = 0;
  let before = 0;
  let monthsCompared = 0;
  for (let i = counts.length - months; i < counts.length; i++) {
    const now = counts[i] ?? NaN;
    const then = counts[i - YEAR] ?? NaN;
    if (Number.isNaN(now + then)) continue;
    recent += now;
    before += then;
    monthsCompared++;
  }
  return { recent, before, monthsCompared };
}

function ratioLimits(recent: number, before: number, dispersion: number, tables: number, level: number) {
  if (recent === 0 && before === 0) return { ratio: null, lower: 0, upper: null };
  // A sum of none gets half an event on both sides, as in `rateRatio`, for the one limit that can be had.
  const add = recent === 0 || before === 0 ? 0.5 : 0;
  const [a, b] = [recent + add, before + add];
  const freedom = tables === 0 ? 1e6 : Math.max(1, (2 * tables) / 3);
  const multiplier = tQuantile(1 - (1 - level) / 2, freedom);
  const factor = Math.exp(multiplier * Math.sqrt(dispersion * (1 / a + 1 / b)));
  return {
    ratio: before === 0 ? null : recent / before,
    lower: recent === 0 ? 0 : a / b / factor,
    // A factor beyond what a number can hold is no limit at all.
    upper: before === 0 || !Number.isFinite(factor) ? null : (a / b) * factor,
  };
}
