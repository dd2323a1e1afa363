import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { requireLevel } from './check-input.ts';
import { compareWithYearBefore } from './seasonal-difference.ts';
import { toCounts, type Series } from './series.ts';
import { StatisticsError } from './statistics-error.ts';

/** All months since some month, set against the same months of the year before it. */
export interface LevelSince {
  /** Mean of the months since over the mean of the same calendar months in the year before. */
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  /** Months since that could be compared. */
  readonly months: number;
  readonly recent: number;
  readonly before: number;
  readonly dispersion: number;
  readonly verdict: 'lower' | 'higher' | 'similar';
}

const YEAR = 12;

/**
 * Has the level of a monthly count changed since a month? Every month from index `since` on is set against the same
 * calendar month in the twelve months before `since`, so that season plays no part however many months have passed.
 *
 * Quasi-Poisson: ln ratio ± t·√(φ(1/A + Σn²b / (Σnb)²)), A the events since, b a month of the year before and n how often
 * its calendar month has come round since. The dispersion φ is that of `compareWithYearBefore` on the whole series.
 *
 * Source: McCullagh & Nelder (1989), ch. 6.2, with the delta method for the repeated base.
 *
 * @throws StatisticsError without twelve months before `since`, without a month since, or without events before
 */
export function levelSince(counts: Series, since: number, level = 0.95): LevelSince {
  requireLevel(level);
  const values = toCounts(counts);
  if (!(Number.isInteger(since) && since >= YEAR && since < values.length)) {
    throw new StatisticsError(
      'too-few-points',
      'There is no full year before the month asked about, or no month since.',
      'Give a month with twelve months before it.',
    );
  }
  const repeats = new Float64Array(YEAR);
  let [recent, months] = [0, 0];
  for (let index = since; index < values.length; index++) {
    const base = since - YEAR + ((index - since) % YEAR);
    const [now, then] = [values[index] ?? Number.NaN, values[base] ?? Number.NaN];
    if (Number.isNaN(now) || Number.isNaN(then)) continue;
    repeats[base - (since - YEAR)] = (repeats[base - (since - YEAR)] ?? 0) + 1;
    recent += now;
    months += 1;
  }
  let [before, square] = [0, 0];
  for (const [month, times] of repeats.entries()) {
    const base = values[since - YEAR + month] ?? 0;
    if (times === 0) continue;
    before += times * base;
    square += times * times * base;
  }
  if (months === 0 || before === 0 || recent === 0) {
    throw new StatisticsError(
      'too-few-points',
      'There is nothing to compare: no events in the months before or since.',
      'Use a measure with more events.',
    );
  }
  const { dispersion, dispersionFrom } = compareWithYearBefore(
    counts,
    Math.min(YEAR, Math.max(1, Math.min(months, counts.length - YEAR))),
    level,
  );
  const t = tQuantile(1 - (1 - level) / 2, Math.max(3, (2 / 3) * dispersionFrom));
  const ratio = recent / before;
  const factor = Math.exp(t * Math.sqrt(dispersion * (1 / recent + square / before ** 2)));
  const [lower, upper] = [ratio / factor, ratio * factor];
  return {
    ratio,
    lower,
    upper,
    months,
    recent,
    before,
    dispersion,
    verdict: upper < 1 ? 'lower' : lower > 1 ? 'higher' : 'similar',
  };
}
