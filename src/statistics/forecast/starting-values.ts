import { leastSquares } from '../linear/least-squares.ts';

/** Centred moving average over a season; NaN at the ends. */
export function centredAverage(values: Float64Array, m: number): Float64Array {
  const out = new Float64Array(values.length).fill(NaN);
  const half = Math.floor(m / 2);
  for (let i = half; i < values.length - half; i++) {
    let sum = 0;
    for (let k = -half; k <= half; k++)
      sum += (values[i + k] as number) * (m % 2 === 0 && Math.abs(k) === half ? 0.5 : 1);
    out[i] = sum / m;
  }
  return out;
}

/**
 * Seasonal figure by classical decomposition: mean of value − (or ÷) moving average at each place in the season,
 * brought to a mean of 0 (or 1). Place 0 is the first value's. As R's `decompose`.
 */
export function seasonalFigure(values: Float64Array, m: number, kind: 'A' | 'M'): Float64Array {
  const trend = centredAverage(values, m);
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (const [i, value] of values.entries()) {
    const middle = trend[i] as number;
    if (Number.isNaN(middle)) continue;
    sums[i % m] = (sums[i % m] as number) + (kind === 'A' ? value - middle : value / middle);
    counts[i % m] = (counts[i % m] as number) + 1;
  }
  const figure = sums.map((sum, place) =>
    (counts[place] as number) > 0 ? sum / (counts[place] as number) : kind === 'A' ? 0 : 1,
  );
  const mean = figure.reduce((sum, value) => sum + value, 0) / m;
  return figure.map((value) => (kind === 'A' ? value - mean : value / mean));
}

/** Where a search for the seasonal states begins; all above 0 for multiplicative ones. */
export function startingSeason(values: Float64Array, m: number, kind: 'A' | 'M'): Float64Array {
  const figure = seasonalFigure(values, m, kind);
  return kind === 'M'
    ? figure.map((value) => (value > 0.01 && Number.isFinite(value) ? value : 0.01))
    : figure;
}

/** Level just before the first value, and slope, by a line through the first values with their season taken out. */
export function startingTrend(
  values: Float64Array,
  season: Float64Array | null,
  kind: 'N' | 'A' | 'M',
  m: number,
) {
  const count = Math.min(values.length, Math.max(10, 2 * m));
  const adjusted = Float64Array.from({ length: count }, (_, i) => {
    const s = season?.[i % m] ?? 0;
    return kind === 'A'
      ? (values[i] as number) - s
      : kind === 'M'
        ? (values[i] as number) / s
        : (values[i] as number);
  });
  const line = leastSquares(
    [new Float64Array(count).fill(1), Float64Array.from({ length: count }, (_, i) => i + 1)],
    adjusted,
  );
  return { level: line.coefficients[0] ?? 0, trend: line.coefficients[1] ?? 0 };
}
