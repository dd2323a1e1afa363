import { fAbove } from '../distributions/fisher-f.ts';
import { StatisticsError } from '../statistics-error.ts';
import { leastSquares } from './least-squares.ts';

export interface GrangerTest {
  readonly f: number | null;
  readonly p: number | null;
}

/**
 * Does the past of `a` help to tell `b`, when the past of `b` is known? F test of the `order` lags of `a` in a regression
 * of `b` on the lags of both. It is about order in time, not about cause. F is null when nothing is left to explain.
 *
 * Source: Granger (1969), Econometrica 37, 424–438. Checked against R: `lmtest::grangertest(b ~ a, order = 3)`.
 *
 * @throws StatisticsError when the series differ in length or are too short for the lags
 */
export function grangerTest(a: Float64Array, b: Float64Array, order: number): GrangerTest {
  if (a.length !== b.length)
    throw new StatisticsError(
      'lengths-differ',
      'The two series differ in length.',
      'Give both for each date.',
    );
  if (!(Number.isInteger(order) && order >= 1)) {
    throw new StatisticsError('bad-option', `An order of ${order} has no lags.`, 'Give --order 1 or more.');
  }
  const n = a.length - order;
  const freedom = n - 2 * order - 1;
  if (freedom < 1) {
    throw new StatisticsError(
      'too-few-points',
      `${a.length} points are too few for ${order} lags.`,
      `Give ${3 * order + 2} points or more.`,
    );
  }
  const lags = (x: Float64Array) =>
    Array.from({ length: order }, (_, k) => x.slice(order - k - 1, order - k - 1 + n));
  const y = b.slice(order);
  const small = leastSquares([new Float64Array(n).fill(1), ...lags(b)], y);
  const full = leastSquares([new Float64Array(n).fill(1), ...lags(b), ...lags(a)], y);
  const [extra, rest] = [full.rank - small.rank, n - full.rank];
  const scale = y.reduce((sum, value) => sum + value * value, 0);
  if (extra === 0 || rest < 1 || full.residualSquares <= 1e-20 * scale) return { f: null, p: null };
  const f = Math.max(
    0,
    (small.residualSquares - full.residualSquares) / extra / (full.residualSquares / rest),
  );
  return { f, p: fAbove(f, extra, rest) };
}
