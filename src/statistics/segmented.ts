import { poissonRegression } from './linear/poisson-regression.ts';
import {
  regression,
  type Regression,
  type Regressor,
  type RegressionOptions,
  type Term,
} from './linear/regression.ts';
import { toFloats, type Series } from './series.ts';
import { StatisticsError } from './statistics-error.ts';

export type SegmentedFamily = 'gaussian' | 'poisson' | 'quasi-poisson';

export interface SegmentedOptions extends RegressionOptions {
  /** Index of the first value after each intervention. */
  readonly at: readonly number[];
  /** Periods in a season; 1 for none. */
  readonly season?: number;
  readonly family?: SegmentedFamily;
}

export interface Intervention {
  readonly at: number;
  /** Jump, at the last point before; for counts of the logarithm. */
  readonly level: Term | null;
  /** Change of the slope for each period. */
  readonly slope: Term | null;
}

export interface Segmented extends Regression {
  readonly interventions: readonly Intervention[];
}

/**
 * Interrupted time series: a line, one level for each place in the season, and for every intervention a step and a change
 * of slope, min(0, …) before it and 1, 2, 3 … periods from its first value on. Gaps are left out.
 *
 * Source: Wagner, Soumerai, Zhang & Ross-Degnan (2002), J Clin Pharm Ther 27, 299–309. Checked against R: `lm` and `glm`
 * with `sandwich::NeweyWest` on AirPassengers.
 *
 * @throws StatisticsError when an intervention leaves no value on a side, or rows are too few
 */
export function segmented(values: Series, options: SegmentedOptions): Segmented {
  const { at, season = 1, family = 'gaussian' } = options;
  const floats = toFloats(values);
  const times = [...floats.keys()].filter((time) => !Number.isNaN(floats[time]));
  const y = Float64Array.from(times, (time) => floats[time] ?? 0);
  if (at.length === 0)
    throw new StatisticsError('bad-option', 'There is no intervention.', 'Give --at DATE.');
  for (const place of at) {
    if (!times.some((time) => time < place) || !times.some((time) => time >= place)) {
      throw new StatisticsError(
        'bad-option',
        `There are no values on both sides of ${place}.`,
        'Give a date within the series.',
      );
    }
  }
  const column = (name: string, of: (time: number) => number): Regressor => ({
    name,
    values: Float64Array.from(times, of),
  });
  const interventions = at.flatMap((place, k) => [
    column(`level_${k + 1}`, (time) => (time >= place ? 1 : 0)),
    column(`slope_${k + 1}`, (time) => Math.max(0, time - place + 1)),
  ]);
  const months = Array.from({ length: season - 1 }, (_, m) =>
    column(`season_${m + 2}`, (time) => (time % season === m + 1 ? 1 : 0)),
  );
  const regressors = [
    column('(intercept)', () => 1),
    column('time', (time) => time + 1),
    ...interventions,
    ...months,
  ];
  const fit =
    family === 'gaussian'
      ? regression(regressors, y, options)
      : poissonRegression(regressors, y, { ...options, quasi: family === 'quasi-poisson' });
  const term = (name: string) => fit.terms.find((one) => one.name === name) ?? null;
  return {
    ...fit,
    interventions: at.map((place, k) => ({
      at: place,
      level: term(`level_${k + 1}`),
      slope: term(`slope_${k + 1}`),
    })),
  };
}
