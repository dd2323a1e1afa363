import { requireFinite, requireLevel } from '../check-input.ts';
import { tMultiplier, tTwoSided } from '../distributions/student-t.ts';
import { StatisticsError } from '../statistics-error.ts';
import { leastSquares, type LeastSquares } from './least-squares.ts';
import { neweyWest } from './newey-west.ts';

/** A regressor by name. The constant is called '(intercept)'. */
export interface Regressor {
  readonly name: string;
  readonly values: Float64Array;
}

export interface Term {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

export interface Regression {
  /** Regressors that the others already hold are left out of the terms and named in `leftOut`. */
  readonly terms: readonly Term[];
  readonly leftOut: readonly string[];
  readonly n: number;
  readonly freedom: number;
  readonly r2: number | null;
  readonly durbinWatson: number | null;
  readonly residualSquares: number;
}

export interface RegressionOptions {
  /** Lags for Newey–West standard errors; ordinary ones without. */
  readonly neweyWest?: number;
  readonly level?: number;
}

/**
 * Least squares with ordinary or Newey–West standard errors; intervals and p-values by Student's t. Every regressor is
 * given, the constant too.
 *
 * Checked against R: `lm`, `lmtest::coeftest(fit, sandwich::NeweyWest(fit, lag, prewhite = FALSE))`, `lmtest::dwtest`.
 *
 * @throws StatisticsError with no more rows than regressors, or values that are not finite
 */
export function regression(
  regressors: readonly Regressor[],
  y: Float64Array,
  options: RegressionOptions = {},
): Regression {
  const { neweyWest: lag, level = 0.95 } = options;
  requireLevel(level);
  for (const { name, values } of [...regressors, { name: 'y', values: y }])
    for (const value of values) requireFinite(value, name);
  const fit = leastSquares(
    regressors.map(({ values }) => values),
    y,
  );
  const [n, freedom] = [y.length, y.length - fit.rank];
  if (freedom < 1) {
    throw new StatisticsError(
      'too-few-points',
      `${n} rows cannot carry ${fit.rank} terms.`,
      'Give more rows or fewer regressors.',
    );
  }
  const scores = regressors.map(({ values }) =>
    values.map((value, i) => value * (fit.residuals[i] as number)),
  );
  const sigma2 = fit.residualSquares / freedom;
  const covariance =
    lag === undefined
      ? fit.inverse.map((row) => row.map((value) => value * sigma2))
      : neweyWest(scores, fit.inverse, lag);
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const steps = fit.residuals.reduce(
    (sum, value, i) => (i === 0 ? 0 : sum + (value - (fit.residuals[i - 1] as number)) ** 2),
    0,
  );
  // Residuals of a perfect fit are rounding only and have no ratio worth giving.
  const noise = fit.residualSquares > 1e-24 * (total + n * mean * mean);
  return {
    terms: termsOf(regressors, fit, covariance, freedom, level),
    leftOut: fit.aliased.map((j) => regressors[j]?.name ?? ''),
    n,
    freedom,
    r2: total > 0 ? 1 - fit.residualSquares / total : null,
    durbinWatson: noise ? steps / fit.residualSquares : null,
    residualSquares: fit.residualSquares,
  };
}

/** A coefficient with its interval and two-sided p-value; without any error the p-value is 0 or 1. */
export function toTerm(
  name: string,
  estimate: number,
  standardError: number,
  freedom: number,
  level: number,
): Term {
  const reach = tMultiplier(level, freedom) * standardError;
  const p = standardError > 0 ? tTwoSided(estimate / standardError, freedom) : estimate === 0 ? 1 : 0;
  return { name, estimate, standardError, lower: estimate - reach, upper: estimate + reach, p };
}

/** The terms that the others do not already hold, with standard errors from the covariance of the coefficients. */
export function termsOf(
  regressors: readonly Regressor[],
  fit: LeastSquares,
  covariance: readonly Float64Array[],
  freedom: number,
  level: number,
): Term[] {
  return regressors.flatMap(({ name }, j) =>
    fit.aliased.includes(j)
      ? []
      : [
          toTerm(
            name,
            fit.coefficients[j] ?? 0,
            Math.sqrt(Math.max(0, covariance[j]?.[j] ?? 0)),
            freedom,
            level,
          ),
        ],
  );
}
