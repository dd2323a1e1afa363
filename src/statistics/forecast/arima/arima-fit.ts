import { leastSquares } from '../../linear/least-squares.ts';
import { StatisticsError } from '../../statistics-error.ts';
import { lostValues, type ArimaOrder } from './arima-order.ts';
import { innovations, surprises, type Arma } from './arma.ts';
import { bfgs } from '../bfgs.ts';
import { differencing, filtered, multiplied } from './polynomial.ts';
import { rootsBeyond, stationaryFrom } from './stationary.ts';

export interface ArimaFit {
  readonly order: ArimaOrder;
  /** Seasons multiplied in. */
  readonly arma: Arma;
  readonly phi: Float64Array;
  readonly theta: Float64Array;
  readonly seasonalPhi: Float64Array;
  readonly seasonalTheta: Float64Array;
  /** Of the constant (first, where there is one) and the regressors. */
  readonly beta: Float64Array;
  readonly logLikelihood: number;
  readonly aicc: number;
  /** Of the surprises, with the parameters taken off the count, as R's `forecast::Arima`. */
  readonly variance: number;
  /** Where the search ended: a start for a better one. */
  readonly free: Float64Array;
  /** No root within 1 % of the unit circle. */
  readonly wellInside: boolean;
}

/** A root nearer to the unit circle than this makes a model unfit for use (R's `auto.arima`). */
const NEAREST_ROOT = 1.01;

/**
 * Fits an ARIMA model with regressors by exact maximum likelihood of the differenced series; the regressors' weights follow
 * from the rest by generalised least squares.
 *
 * Checked against R: `forecast::Arima(method = "ML")`.
 *
 * @param regressors columns as long as the values; a constant is added by the order
 * @throws StatisticsError for too few values
 */
export function fitArima(
  values: Float64Array,
  order: ArimaOrder,
  regressors: readonly Float64Array[] = [],
  start: Float64Array | null = null,
  tolerance = 1e-10,
): ArimaFit {
  const { p, q, seasonalP, seasonalQ, period } = order;
  const count = p + q + seasonalP + seasonalQ;
  const n = values.length - lostValues(order);
  const columns = count + regressors.length + (order.constant ? 1 : 0);
  if (n < columns + 3) {
    throw new StatisticsError(
      'too-few-points',
      `${values.length} values are too few for ${columns} parameters of an ARIMA model with its differences.`,
      'Give more values, or a simpler model.',
    );
  }
  const filter = differencing(order.d, order.seasonalD, period);
  const y = filtered(values, filter);
  const x = withConstant(order, regressors, values.length).map((column) => filtered(column, filter));
  const partsOf = (free: Float64Array) => {
    let from = 0;
    const take = (length: number) => stationaryFrom(free.subarray(from, (from += length)));
    const [phi, theta, seasonalPhi, seasonalTheta] = [take(p), take(q), take(seasonalP), take(seasonalQ)];
    const minus = (side: Float64Array) => side.map((value) => -value);
    return {
      phi,
      // A moving average is taken with its roots outside too: the same likelihood by other numbers is of no use.
      theta: minus(theta),
      seasonalPhi,
      seasonalTheta: minus(seasonalTheta),
      arma: {
        phi: minus(multiplied(minus(phi), minus(seasonalPhi), period)),
        theta: multiplied(minus(theta), minus(seasonalTheta), period),
      },
    };
  };
  const look = (arma: Arma) => {
    const triangle = innovations(arma, n);
    const scale = triangle.variances.map((variance) => 1 / Math.sqrt(variance));
    const whiten = (column: Float64Array) =>
      surprises(arma, triangle, column).map((value, t) => value * (scale[t] as number));
    const white = whiten(y);
    const fit = x.length === 0 ? null : leastSquares(x.map(whiten), white);
    const left = fit?.residuals ?? white;
    let [squares, logs] = [0, 0];
    for (let t = 0; t < n; t++) {
      squares += (left[t] as number) ** 2;
      logs -= 2 * Math.log(scale[t] as number);
    }
    const likelihood = -0.5 * (n * (Math.log((2 * Math.PI * Math.max(squares, 1e-280)) / n) + 1) + logs);
    return { likelihood, squares, beta: fit?.coefficients ?? new Float64Array(0) };
  };
  const loss = (free: Float64Array) => {
    const value = -look(partsOf(free).arma).likelihood;
    return Number.isNaN(value) ? Infinity : value;
  };
  const begin = start ?? likeliest(startsFor(order), loss);
  const found = count === 0 ? { at: begin } : bfgs(loss, begin, tolerance);
  const parts = partsOf(found.at);
  const { likelihood, squares, beta } = look(parts.arma);
  const k = columns + 1;
  return {
    order,
    ...parts,
    beta,
    logLikelihood: likelihood,
    aicc: -2 * likelihood + 2 * k + (2 * k * (k + 1)) / Math.max(1e-9, n - k - 1),
    variance: squares / (n - columns),
    free: found.at,
    wellInside:
      [parts.phi, parts.theta.map((value) => -value)].every((side) => rootsBeyond(side, NEAREST_ROOT)) &&
      [parts.seasonalPhi, parts.seasonalTheta.map((value) => -value)].every((side) =>
        rootsBeyond(side, NEAREST_ROOT ** period),
      ),
  };
}

/** The regressors, with a constant or a line of slope 1 before them where the order asks for one. */
export function withConstant(
  { constant, d, seasonalD }: ArimaOrder,
  regressors: readonly Float64Array[],
  length: number,
): readonly Float64Array[] {
  if (!constant) return regressors;
  const differenced = d + seasonalD > 0;
  return [Float64Array.from({ length }, (_, t) => (differenced ? t + 1 : 1)), ...regressors];
}

/** Partial autocorrelations, before their tangent, from which a search may begin. */
const FAINT = [0.1, -0.1] as const;
const PLAIN = [0.6, -0.6] as const;
const STRONG = 1.3;

/** The likelihood has several tops where an autoregression and a moving average nearly cancel: starts on either side. */
function startsFor({ p, q, seasonalP, seasonalQ }: ArimaOrder): readonly Float64Array[] {
  const sides = (length: number, choices: readonly number[]) => (length === 0 ? [0] : choices);
  return sides(p, [...FAINT, ...PLAIN]).flatMap((ar) =>
    sides(q, [...FAINT, ...PLAIN, STRONG]).flatMap((ma) =>
      sides(seasonalP + seasonalQ, [FAINT[0], PLAIN[0]]).map((season) => {
        const leading = (length: number, value: number) =>
          Array.from({ length }, (_, i) => (i === 0 ? value : value / 3));
        return Float64Array.of(
          ...leading(p, ar),
          ...leading(q, ma),
          ...leading(seasonalP, -season),
          ...leading(seasonalQ, season),
        );
      }),
    ),
  );
}

function likeliest(starts: readonly Float64Array[], loss: (free: Float64Array) => number): Float64Array {
  let [best, least] = [starts[0] ?? new Float64Array(0), Infinity];
  for (const start of starts) {
    const value = loss(start);
    if (value < least) [best, least] = [start, value];
  }
  return best;
}
