import { normalTwoSided } from '../distributions/normal.ts';
import { StatisticsError } from '../statistics-error.ts';
import type { Neighbours } from './neighbours.ts';

export interface MoranTest {
  readonly i: number;
  readonly expectation: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
}

/**
 * Moran's I: do neighbouring areas resemble each other? Row-standardised weights, variance under randomisation. Areas
 * without neighbours have weights of 0.
 *
 * Source: Cliff & Ord (1981), Spatial Processes. Checked against R: `spdep::moran.test(x, nb2listw(nb, style = "W"))`.
 *
 * @throws StatisticsError for fewer than four areas, equal values or no neighbours
 */
export function moranTest(values: Float64Array, neighbours: Neighbours): MoranTest {
  const n = values.length;
  if (n < 4) throw new StatisticsError('too-few-points', `${n} areas are too few.`, 'Give four or more.');
  if (values.every((value) => value === values[0])) {
    throw new StatisticsError(
      'constant-series',
      'All areas have the same value.',
      'There is no pattern to look for.',
    );
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const z = values.map((value) => value - mean);
  const squares = z.reduce((sum, value) => sum + value * value, 0);
  const kurtosis = (n * z.reduce((sum, value) => sum + value ** 4, 0)) / squares ** 2;
  const weight = (i: number, j: number) =>
    (neighbours[i] ?? []).includes(j) ? 1 / (neighbours[i]?.length ?? 1) : 0;
  const into = new Float64Array(n);
  let [s0, s1, cross] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const own = neighbours[i] ?? [];
    for (const j of own) {
      const w = 1 / own.length;
      s0 += w;
      into[j] = (into[j] as number) + w;
      cross += w * (z[i] as number) * (z[j] as number);
      // A pair that is linked one way only is met once; one linked both ways, from both sides.
      const back = weight(j, i);
      s1 += back > 0 ? 0.5 * (w + back) ** 2 : w * w;
    }
  }
  if (s0 === 0) throw new StatisticsError('one-group', 'No area has a neighbour.', 'Use larger cells.');
  const s2 = into.reduce(
    (sum, value, i) => sum + (value + ((neighbours[i]?.length ?? 0) > 0 ? 1 : 0)) ** 2,
    0,
  );
  const i = ((n / s0) * cross) / squares;
  const expectation = -1 / (n - 1);
  const first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0);
  const second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
  const variance = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expectation ** 2;
  const score = variance > 0 ? (i - expectation) / Math.sqrt(variance) : 0;
  return { i, expectation, variance: Math.max(0, variance), z: score, p: normalTwoSided(score) };
}
