import { requireFinite, requireLevel, requirePositive } from '../check-input.ts';
import { StatisticsError } from '../statistics-error.ts';
import { leastSquares, type LeastSquares } from './least-squares.ts';
import { neweyWest } from './newey-west.ts';
import { termsOf, type Regressor, type Term } from './regression.ts';

export interface SampledRegression {
  /** Standard errors by the model: sampling error and what is left between the periods. */
  readonly terms: readonly Term[];
  /** The same estimates with Newey–West standard errors; null without a lag. */
  readonly robust: readonly Term[] | null;
  readonly leftOut: readonly string[];
  readonly n: number;
  readonly freedom: number;
  /** Variance of y around the line that its sampling error does not account for. */
  readonly tau2: number;
  /** Share of the variance around the line that is sampling error, for a row of typical size: 0 to 1. */
  readonly samplingShare: number;
  /** Part of the variance beyond sampling error that the regressors take away; null where there is none to take. */
  readonly r2: number | null;
  readonly durbinWatson: number | null;
}

export interface SampledOptions {
  readonly level?: number;
  /** Lags for the Newey–West standard errors beside. */
  readonly neweyWest?: number;
}

/**
 * Regression of survey estimates, whose sampling errors are known: y = Xβ + u + e with e of variance s² row by row and u of
 * a common variance τ², by restricted maximum likelihood; rows weigh 1/(s² + τ²). Standard errors by Knapp and Hartung,
 * never narrower than the sampling errors themselves allow, with Student's t. As the sampling errors go to 0 it becomes
 * ordinary least squares.
 *
 * Source: Raudenbush (2009) in The Handbook of Research Synthesis, ch. 16; Knapp & Hartung (2003), Statistics in Medicine
 * 22, 2693–2710. Checked against R: `metafor::rma(y, sei = s, mods = X, method = "REML", test = "adhoc")`, and
 * `sandwich::NeweyWest` of the `lm` with those weights.
 *
 * @param standardErrors sampling error of each y, above 0
 * @throws StatisticsError with no more rows than regressors, or numbers that are not finite
 */
export function sampledRegression(
  regressors: readonly Regressor[],
  y: Float64Array,
  standardErrors: Float64Array,
  options: SampledOptions = {},
): SampledRegression {
  const { level = 0.95, neweyWest: lag } = options;
  requireLevel(level);
  for (const { name, values } of [...regressors, { name: 'y', values: y }])
    for (const value of values) requireFinite(value, name);
  for (const value of standardErrors) requirePositive(value, 'the standard error');
  const columns = regressors.map(({ values }) => values);
  const variances = standardErrors.map((value) => value * value);
  const tau2 = residualVariance(columns, y, variances);
  const { fit, weights } = weighted(columns, y, variances, tau2);
  const [n, freedom] = [y.length, y.length - fit.rank];
  const spread = Math.max(1, fit.residualSquares / freedom);
  const covariance = fit.inverse.map((row) => row.map((value) => value * spread));
  const terms = (of: readonly Float64Array[]) => termsOf(regressors, fit, of, freedom, level);
  // Weighted residuals times weighted columns: the scores of the weighted fit.
  const roots = weights.map(Math.sqrt);
  const scores = columns.map((column) =>
    column.map((value, i) => value * (roots[i] as number) * (fit.residuals[i] as number)),
  );
  const atNought = weighted(columns, y, variances, 0);
  const typical =
    freedom / atNought.weights.reduce((sum, w, i) => sum + w * (1 - leverage(atNought.fit, i)), 0);
  const without = residualVariance([new Float64Array(n).fill(1)], y, variances);
  return {
    terms: terms(covariance),
    robust: lag === undefined ? null : terms(neweyWest(scores, fit.inverse, lag)),
    leftOut: fit.aliased.map((j) => regressors[j]?.name ?? ''),
    n,
    freedom,
    tau2,
    samplingShare: typical / (typical + tau2),
    r2: without > 0 ? Math.max(0, 1 - tau2 / without) : null,
    durbinWatson: durbinWatson(fit.residuals),
  };
}

/** τ² by restricted maximum likelihood: 0 where the rows differ by no more than their sampling errors. */
function residualVariance(
  columns: readonly Float64Array[],
  y: Float64Array,
  variances: Float64Array,
): number {
  const score = (tau2: number) => {
    const { fit, weights } = weighted(columns, y, variances, tau2);
    if (y.length - fit.rank < 1) {
      throw new StatisticsError(
        'too-few-points',
        `${y.length} rows cannot carry ${fit.rank} terms.`,
        'Give more rows or fewer regressors.',
      );
    }
    return weights.reduce(
      (sum, w, i) => sum + w * ((fit.residuals[i] as number) ** 2 - (1 - leverage(fit, i))),
      0,
    );
  };
  if (score(0) <= 0) return 0;
  let [low, high] = [0, mean(variances) + spreadOf(y)];
  while (score(high) > 0) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2;
    if (score(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The fit with rows weighing 1/(s² + τ²); its residuals carry the root of their weight. */
function weighted(columns: readonly Float64Array[], y: Float64Array, variances: Float64Array, tau2: number) {
  const weights = variances.map((variance) => 1 / (variance + tau2));
  const roots = weights.map(Math.sqrt);
  const scale = (column: Float64Array) => column.map((value, i) => value * (roots[i] as number));
  return { fit: leastSquares(columns.map(scale), scale(y)), weights };
}

function leverage(fit: LeastSquares, row: number): number {
  return fit.leverages[row] ?? 0;
}

function durbinWatson(residuals: Float64Array): number | null {
  let [squares, steps] = [0, 0];
  for (const [i, value] of residuals.entries()) {
    squares += value * value;
    if (i > 0) steps += (value - (residuals[i - 1] ?? 0)) ** 2;
  }
  return squares > 0 ? steps / squares : null;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spreadOf(values: Float64Array): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length;
}
