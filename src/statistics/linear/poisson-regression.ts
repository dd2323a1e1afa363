import { requireNotNegative } from '../check-input.ts';
import { StatisticsError } from '../statistics-error.ts';
import { leastSquares } from './least-squares.ts';
import { neweyWest } from './newey-west.ts';
import { toTerm, type Regression, type Regressor, type RegressionOptions } from './regression.ts';

const MOST_STEPS = 50;

export interface PoissonRegression extends Regression {
  /** Pearson's chi-square over its degrees of freedom: 1 for Poisson noise. */
  readonly dispersion: number;
}

/**
 * Log-linear regression of counts by iteratively reweighted least squares. `quasi` multiplies the variances by the
 * dispersion; Newey–West standard errors take the place of both.
 *
 * Source: McCullagh & Nelder (1989). Checked against R: `glm(family = poisson)`, `quasipoisson`, and
 * `sandwich::NeweyWest(fit, lag, prewhite = FALSE)`.
 *
 * @throws StatisticsError for negative values, only zeros, too few rows, or when no finite fit exists
 */
export function poissonRegression(
  regressors: readonly Regressor[],
  y: Float64Array,
  options: RegressionOptions & { readonly quasi?: boolean } = {},
): PoissonRegression {
  const { neweyWest: lag, level = 0.95, quasi = false } = options;
  for (const value of y) requireNotNegative(value, 'a count');
  if (y.every((value) => value === 0))
    throw new StatisticsError('no-data', 'All counts are 0.', 'A rate needs events.');
  const { fit, mean } = iterate(regressors, y);
  const [n, freedom] = [y.length, y.length - fit.rank];
  if (freedom < 1) {
    throw new StatisticsError(
      'too-few-points',
      `${n} rows cannot carry ${fit.rank} terms.`,
      'Give more rows or fewer regressors.',
    );
  }
  const pearson = y.reduce(
    (sum, value, i) => sum + (value - (mean[i] as number)) ** 2 / (mean[i] as number),
    0,
  );
  const dispersion = pearson / freedom;
  const scores = regressors.map(({ values }) =>
    values.map((value, i) => value * ((y[i] as number) - (mean[i] as number))),
  );
  const covariance = lag === undefined ? fit.inverse : neweyWest(scores, fit.inverse, lag);
  const stretch = quasi && lag === undefined ? dispersion : 1;
  const errorFreedom = quasi ? freedom : 1e9;
  return {
    terms: regressors.flatMap(({ name }, j) => {
      if (fit.aliased.includes(j)) return [];
      const error = Math.sqrt(Math.max(0, stretch * (covariance[j]?.[j] ?? 0)));
      return [toTerm(name, fit.coefficients[j] ?? 0, error, errorFreedom, level)];
    }),
    leftOut: fit.aliased.map((j) => regressors[j]?.name ?? ''),
    n,
    freedom,
    r2: null,
    durbinWatson: null,
    residualSquares: pearson,
    dispersion,
  };
}

function iterate(regressors: readonly Regressor[], y: Float64Array) {
  let mean = y.map((value) => value + 0.1);
  let before = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const weights = mean.map(Math.sqrt);
    const working = y.map(
      (value, i) =>
        (Math.log(mean[i] as number) + (value - (mean[i] as number)) / (mean[i] as number)) *
        (weights[i] as number),
    );
    const fit = leastSquares(
      regressors.map(({ values }) => values.map((value, i) => value * (weights[i] as number))),
      working,
    );
    mean = y.map((_, i) => {
      const exponent = regressors.reduce(
        (sum, { values }, j) => sum + (values[i] as number) * (fit.coefficients[j] as number),
        0,
      );
      return Math.exp(Math.max(-30, Math.min(700, exponent)));
    });
    const now = deviance(y, mean);
    if (Math.abs(now - before) < 1e-12 * (Math.abs(now) + 0.1)) {
      // A count of 0 that a term of its own fits drives that term to minus infinity.
      if (mean.some((value) => value < 1e-9)) break;
      return { fit, mean };
    }
    before = now;
  }
  throw new StatisticsError(
    'no-convergence',
    'No finite fit exists: some term meets only counts of 0.',
    'Leave that term out, or join periods.',
  );
}

function deviance(y: Float64Array, mean: Float64Array): number {
  return y.reduce((sum, value, i) => {
    const m = mean[i] as number;
    return sum + 2 * ((value === 0 ? 0 : value * Math.log(value / m)) - (value - m));
  }, 0);
}
