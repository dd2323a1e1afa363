import { seasonalFigure } from '../starting-values.ts';

/** Above this a season is strong enough to be taken off by differencing (R's `forecast::nsdiffs`). */
const STRONG = 0.64;

/**
 * Share of the variance that is not trend which a steady season explains: 1 − Var(rest) ÷ Var(season + rest), from a
 * classical decomposition.
 *
 * Source: Wang, Smith & Hyndman (2006), Data Mining and Knowledge Discovery 13, 335–364.
 */
export function seasonalStrength(values: Float64Array, period: number): number {
  if (period < 2 || values.length < 2 * period + 1) return 0;
  const figure = seasonalFigure(values, period, 'A');
  const freed = values.map((value, t) => value - (figure[t % period] as number));
  const trend = movingMean(freed, period);
  const rest: number[] = [];
  const both: number[] = [];
  for (const [t, level] of trend.entries()) {
    if (Number.isNaN(level)) continue;
    rest.push((freed[t] as number) - level);
    both.push((values[t] as number) - level);
  }
  const whole = variance(both);
  return whole > 0 ? Math.max(0, 1 - variance(rest) / whole) : 0;
}

export function hasStrongSeason(values: Float64Array, period: number): boolean {
  return seasonalStrength(values, period) > STRONG;
}

/** Centred mean over a season; NaN where the season does not fit. */
function movingMean(values: Float64Array, period: number): Float64Array {
  const half = Math.floor(period / 2);
  const even = period % 2 === 0;
  return values.map((_, t) => {
    if (t < half || t + half >= values.length) return NaN;
    let sum = 0;
    for (let i = -half; i <= half; i++) {
      const edge = even && Math.abs(i) === half;
      sum += (edge ? 0.5 : 1) * (values[t + i] as number);
    }
    return sum / period;
  });
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}
