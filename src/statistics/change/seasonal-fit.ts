import { leastSquares } from '../linear/least-squares.ts';
import { seasonColumns } from './season-columns.ts';
import { whitened, whitenerOf } from './whitener.ts';

export interface SeasonalModel {
  readonly period: number;
  /** Waves of the season; 0 for none. */
  readonly pairs: number;
  readonly memory: number;
  /** Position from which the level is another; null for none. */
  readonly stepAt: number | null;
  readonly drift: boolean;
}

export interface SeasonalFit {
  /** What is expected at each point without the step. */
  readonly expected: Float64Array;
  /** Each point's news, in standard deviations as if it had not been part of the fit (externally studentised). */
  readonly innovations: Float64Array;
  /** Standard deviation of a point around what is expected. */
  readonly sigma: number;
  readonly freedom: number;
  readonly season: boolean;
  readonly memory: number;
  readonly drift: number;
  /** Mean of what is expected. */
  readonly mean: number;
}

/** Least squares of level, season and, where asked, drift and step, on values whitened for their memory. */
export function fitSeasonal(values: Float64Array, times: Int32Array, model: SeasonalModel): SeasonalFit {
  const n = values.length;
  const { memory, stepAt, drift } = model;
  // Without points to spare the season stays out.
  const wanted = seasonColumns(times, model.period, model.pairs);
  const season = wanted.length + 4 < n ? wanted : [];
  const columns = [new Float64Array(n).fill(1), ...season];
  const driftColumn = drift
    ? columns.push(Float64Array.from(times, (time) => time - (times[0] ?? 0))) - 1
    : null;
  const stepColumn = stepAt === null ? null : columns.push(new Float64Array(n).fill(1, stepAt)) - 1;
  const whitener = whitenerOf(times, memory);
  const fit = leastSquares(
    columns.map((column) => whitened(whitener, column)),
    whitened(whitener, values),
  );
  const coefficient = (index: number) => fit.coefficients[index] ?? 0;
  const expected = new Float64Array(n);
  for (const [j, column] of columns.entries()) {
    if (j === stepColumn) continue;
    for (let i = 0; i < n; i++) expected[i] = (expected[i] ?? 0) + coefficient(j) * (column[i] ?? 0);
  }
  const freedom = n - fit.rank;
  const innovationSigma = freedom > 0 ? Math.sqrt(fit.residualSquares / freedom) : 0;
  return {
    expected,
    innovations: studentised(fit.residuals, fit.leverages, fit.residualSquares, freedom),
    sigma: innovationSigma / Math.sqrt(1 - memory * memory),
    freedom,
    season: season.length > 0,
    memory,
    drift: driftColumn === null ? 0 : coefficient(driftColumn),
    mean: expected.reduce((sum, value) => sum + value, 0) / n,
  };
}

function studentised(
  residuals: Float64Array,
  leverages: Float64Array,
  squares: number,
  freedom: number,
): Float64Array {
  return residuals.map((residual, i) => {
    const free = 1 - (leverages[i] ?? 0);
    if (!(free > 1e-9) || freedom < 2) return 0;
    const without = (squares - (residual * residual) / free) / (freedom - 1);
    return without > 1e-12 * squares
      ? residual / Math.sqrt(without * free)
      : Math.sign(residual) * (residual === 0 ? 0 : 1e6);
  });
}
