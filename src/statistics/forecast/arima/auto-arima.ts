import { StatisticsError } from '../../statistics-error.ts';
import { leastSquares } from '../../linear/least-squares.ts';
import { fitArima, type ArimaFit } from './arima-fit.ts';
import type { ArimaOrder } from './arima-order.ts';
import { wanders } from './kpss.ts';
import { differencing, filtered } from './polynomial.ts';
import { hasStrongSeason } from './seasonal-strength.ts';

const [MOST, MOST_SEASONAL, MOST_DIFFERENCES, MOST_MODELS] = [5, 2, 2, 60] as const;

/** How far a search within the walk goes, and for the model that it ends with. */
const [ROUGH, FINE] = [1e-5, 1e-10] as const;

/** Steps from a model to its neighbours: what is added to p, q, P and Q. */
const NEIGHBOURS: readonly (readonly [number, number, number, number])[] = [
  [0, 0, -1, 0],
  [0, 0, 0, -1],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [0, 0, -1, -1],
  [0, 0, -1, 1],
  [0, 0, 1, -1],
  [0, 0, 1, 1],
  [-1, 0, 0, 0],
  [0, -1, 0, 0],
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [-1, -1, 0, 0],
  [-1, 1, 0, 0],
  [1, -1, 0, 0],
  [1, 1, 0, 0],
];

/**
 * Chooses and fits an ARIMA model: differences by the strength of the season and the KPSS test, then a walk from four
 * simple models to better neighbours, by the corrected AIC. Models with a root near the unit circle are passed over.
 *
 * Source: Hyndman & Khandakar (2008), Journal of Statistical Software 27(3); as R's `forecast::auto.arima`, which takes the
 * strength of the season from another decomposition.
 *
 * @throws StatisticsError for too few values
 */
export function autoArima(
  values: Float64Array,
  period: number,
  regressors: readonly Float64Array[] = [],
): ArimaFit {
  const rest = withoutRegressors(values, regressors);
  const seasonal = period > 1 && values.length >= 2 * period + 5;
  const seasonalD = seasonal && hasStrongSeason(rest, period) ? 1 : 0;
  let d = 0;
  let differenced = filtered(rest, differencing(0, seasonalD, period));
  while (d + (seasonalD > 0 ? 1 : 0) <= MOST_DIFFERENCES && d < MOST_DIFFERENCES && wanders(differenced)) {
    d++;
    differenced = filtered(rest, differencing(d, seasonalD, period));
  }
  const mayBeConstant = d + seasonalD <= 1;
  // No more lags than a third of the values, as in R.
  const third = Math.floor(values.length / 3);
  const mostP = Math.min(MOST, third);
  const mostSeasonal = seasonal ? Math.min(MOST_SEASONAL, Math.floor(third / period)) : 0;
  const seen = new Map<string, ArimaFit | null>();
  const tryOut = (p: number, q: number, seasonalP: number, seasonalQ: number, constant: boolean) => {
    if (Math.min(p, q, seasonalP, seasonalQ) < 0) return null;
    if (Math.max(p, q) > mostP || Math.max(seasonalP, seasonalQ) > mostSeasonal) return null;
    const key = [p, q, seasonalP, seasonalQ, constant].join(' ');
    const known = seen.get(key);
    if (known !== undefined || seen.size >= MOST_MODELS) return known ?? null;
    const order = { p, d, q, seasonalP, seasonalD, seasonalQ, period, constant };
    const fit = fitOrNull(values, order, regressors);
    seen.set(key, fit);
    return fit;
  };
  const one = Math.min(1, mostSeasonal);
  let best: ArimaFit | null = null;
  const offer = (fit: ArimaFit | null): boolean => {
    if (fit === null || (best !== null && fit.aicc >= best.aicc)) return false;
    best = fit;
    return true;
  };
  offer(tryOut(2, 2, one, one, mayBeConstant));
  offer(tryOut(0, 0, 0, 0, mayBeConstant));
  offer(tryOut(1, 0, one, 0, mayBeConstant));
  offer(tryOut(0, 1, 0, one, mayBeConstant));
  if (mayBeConstant) offer(tryOut(0, 0, 0, 0, false));
  for (let moved = true; moved;) {
    const from: ArimaFit | null = best;
    if (from === null) break;
    moved = step((from as ArimaFit).order, mayBeConstant, (p, q, P, Q, constant) =>
      offer(tryOut(p, q, P, Q, constant)),
    );
  }
  const chosen: ArimaFit | null = best;
  if (chosen === null) {
    throw new StatisticsError(
      'too-few-points',
      `${values.length} values are too few for any ARIMA model.`,
      'Give more values, or take the seasonal naive.',
    );
  }
  const { order, free } = chosen as ArimaFit;
  return fitArima(values, order, regressors, free, FINE);
}

function step(
  { p, q, seasonalP, seasonalQ, constant }: ArimaOrder,
  mayBeConstant: boolean,
  offer: (p: number, q: number, seasonalP: number, seasonalQ: number, constant: boolean) => boolean,
): boolean {
  for (const [dp, dq, dP, dQ] of NEIGHBOURS)
    if (offer(p + dp, q + dq, seasonalP + dP, seasonalQ + dQ, constant)) return true;
  return mayBeConstant && offer(p, q, seasonalP, seasonalQ, !constant);
}

function fitOrNull(
  values: Float64Array,
  order: ArimaOrder,
  regressors: readonly Float64Array[],
): ArimaFit | null {
  try {
    const fit = fitArima(values, order, regressors, null, ROUGH);
    return fit.wellInside && Number.isFinite(fit.aicc) ? fit : null;
  } catch (error) {
    if (error instanceof StatisticsError) return null;
    throw error;
  }
}

function withoutRegressors(values: Float64Array, regressors: readonly Float64Array[]): Float64Array {
  if (regressors.length === 0) return values;
  return leastSquares([new Float64Array(values.length).fill(1), ...regressors], values).residuals;
}
