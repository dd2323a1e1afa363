import { twoSidedMultiplier } from '../distributions/normal.ts';
import { seededRandom } from '../random.ts';
import { quantileOfSorted } from '../quantile.ts';
import { StatisticsError } from '../statistics-error.ts';
import { fitEts, type EtsFit } from './ets-fit.ts';
import { etsForecast, etsName, etsUpdate, type EtsForm, type EtsState } from './ets-model.ts';
import type { Forecast, Forecasted, ForecastTask } from './forecasts.ts';

const PATHS = 2000;

/**
 * The form with the lowest corrected AIC among those that fit the values: error and season additive, or both
 * multiplicative for values above 0; trend none, additive or damped.
 *
 * @throws StatisticsError when even the simplest has too few values
 */
export function bestEts(values: Float64Array, period: number, effort: 'quick' | 'full' = 'full'): EtsFit {
  const seasonal = period > 1 && period <= 24 && values.length >= 2 * period + 3;
  const positive = values.every((value) => value > 0);
  const trends = ['N', 'A', 'Ad'] as const;
  const forms: EtsForm[] = seasonal ? [{ error: 'A', trend: 'N', season: 'N' }] : [];
  for (const trend of trends) {
    forms.push({ error: 'A', trend, season: seasonal ? 'A' : 'N' });
    if (positive) forms.push({ error: 'M', trend, season: seasonal ? 'M' : 'N' });
  }
  const fits = forms.flatMap((form) => {
    try {
      return [fitEts(values, form, period, 'quick')];
    } catch (error) {
      if (error instanceof StatisticsError) return [];
      throw error;
    }
  });
  const best = fits.reduce<EtsFit | null>(
    (known, fit) => (known === null || fit.aicc < known.aicc ? fit : known),
    null,
  );
  if (best === null) {
    throw new StatisticsError(
      'too-few-points',
      `${values.length} values are too few for exponential smoothing.`,
      'Give more values.',
    );
  }
  return effort === 'quick' ? best : fitEts(values, best.form, period);
}

/** Forecasts from a fitted form: intervals by formula for additive forms, by seeded simulation of paths for the others. */
export function etsForecasts(
  fit: EtsFit,
  { horizon, level }: Pick<ForecastTask, 'horizon' | 'level'>,
): Forecasted {
  const means = meanPath(fit, horizon);
  const additive = fit.form.error === 'A' && fit.form.season !== 'M';
  return {
    name: etsName(fit.form),
    forecasts: additive ? byFormula(fit, means, level) : bySimulation(fit, means, level),
  };
}

function meanPath({ form, weights, state }: EtsFit, horizon: number): Float64Array {
  const at = copy(state);
  return Float64Array.from({ length: horizon }, () => {
    const mean = etsForecast(form, weights.phi, at);
    etsUpdate(form, weights, at, mean);
    return mean;
  });
}

/** σ²(1 + Σ c_j²), c_j what a surprise j periods ago still adds (Hyndman and others 2008, ch. 6). */
function byFormula(
  { form, weights, variance, state }: EtsFit,
  means: Float64Array,
  level: number,
): Forecast[] {
  const { alpha, beta, gamma, phi } = weights;
  const z = twoSidedMultiplier(level);
  const period = state.season.length;
  let [sum, damped, sumDamped] = [0, 1, 0];
  const forecasts: Forecast[] = [];
  for (let h = 0; h < means.length; h++) {
    const reach = z * Math.sqrt(variance * (1 + sum));
    const mean = means[h] as number;
    forecasts.push({ mean, lower: mean - reach, upper: mean + reach });
    damped *= phi;
    sumDamped += damped;
    const seasonal = form.season !== 'N' && (h + 1) % period === 0 ? gamma : 0;
    const c = alpha + (form.trend === 'N' ? 0 : beta * sumDamped) + seasonal;
    sum += c * c;
  }
  return forecasts;
}

function bySimulation(fit: EtsFit, means: Float64Array, level: number): Forecast[] {
  const { form, weights, state, variance } = fit;
  const random = seededRandom(1969);
  const sigma = Math.sqrt(variance);
  const paths = Array.from(means, () => new Float64Array(PATHS));
  for (let path = 0; path < PATHS; path++) {
    const at = copy(state);
    for (const values of paths) {
      const expected = etsForecast(form, weights.phi, at);
      const noise = sigma * random.normal();
      const value = form.error === 'M' ? expected * (1 + noise) : expected + noise;
      values[path] = value;
      etsUpdate(form, weights, at, value);
    }
  }
  const tail = (1 - level) / 2;
  return paths.map((values, h) => {
    const sorted = values.sort();
    const mean = means[h] as number;
    return {
      mean,
      lower: Math.min(mean, quantileOfSorted(sorted, tail)),
      upper: Math.max(mean, quantileOfSorted(sorted, 1 - tail)),
    };
  });
}

function copy({ level, trend, season }: EtsState): EtsState {
  return { level, trend, season: Float64Array.from(season) };
}
