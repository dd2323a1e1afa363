import { StatisticsError } from '../statistics-error.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * Getis and Ord's Gi*: for each area, how far the sum over it and its neighbours lies above (hot) or below (cold) what
 * the same values scattered at random would give, in standard deviations. Binary weights, the area among its own.
 *
 * Source: Ord & Getis (1995), Geographical Analysis 27, 286–306. Checked against R:
 * `spdep::localG(x, nb2listw(include.self(nb), style = "B"))`.
 *
 * @throws StatisticsError for fewer than three areas or equal values
 */
export function getisOrd(values: Float64Array, neighbours: Neighbours): Float64Array {
  const n = values.length;
  if (n < 3) throw new StatisticsError('too-few-points', `${n} areas are too few.`, 'Give three or more.');
  if (values.every((value) => value === values[0])) {
    throw new StatisticsError(
      'constant-series',
      'All areas have the same value.',
      'There is no pattern to look for.',
    );
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  return Float64Array.from(neighbours, (own, i) => {
    const count = own.length + 1;
    const sum = own.reduce((total, j) => total + (values[j] as number), values[i] as number);
    const spread = deviation * Math.sqrt((n * count - count * count) / (n - 1));
    // An area that neighbours all others holds the whole, which never varies.
    return spread > 0 ? (sum - mean * count) / spread : 0;
  });
}
