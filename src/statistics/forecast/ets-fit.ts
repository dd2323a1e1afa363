import { StatisticsError } from '../statistics-error.ts';
import { etsForecast, etsUpdate, type EtsForm, type EtsState, type EtsWeights } from './ets-model.ts';
import { bfgs, type Descent } from './bfgs.ts';
import { startingSeason, startingTrend } from './starting-values.ts';

export interface EtsFit {
  readonly form: EtsForm;
  readonly weights: EtsWeights;
  /** State after the last value. */
  readonly state: EtsState;
  /** Without its constants, as R's `forecast` gives it: −½(n ln Σe² + 2 Σ ln |ŷ|), the last sum for multiplicative errors. */
  readonly logLikelihood: number;
  readonly aicc: number;
  /** Variance of the (relative, for multiplicative errors) one-step errors. */
  readonly variance: number;
  readonly fitted: Float64Array;
}

const LEAST = 0.0001;
const MOST = 0.9999;
const PHI_LEAST = 0.8;
const PHI_MOST = 0.98;

/**
 * Fits one form of exponential smoothing by maximum likelihood, weights and starting state together, by descent from a
 * classical decomposition.
 *
 * Source: Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing. Checked against R:
 * `forecast::ets(model = …)`, whose own search ends near, not always at, the maximum.
 *
 * @throws StatisticsError for too few values, or multiplicative forms with values not above 0
 */
export function fitEts(
  values: Float64Array,
  form: EtsForm,
  period: number,
  effort: 'quick' | 'full' = 'full',
): EtsFit {
  const seasonal = form.season !== 'N';
  const m = seasonal ? period : 1;
  const multiplicative = form.error === 'M' || form.season === 'M';
  if (multiplicative && values.some((value) => value <= 0)) {
    throw new StatisticsError(
      'bad-option',
      'A multiplicative form needs values above 0.',
      'Choose an additive one.',
    );
  }
  const parameters = weightNames(form).length + 1 + (form.trend === 'N' ? 0 : 1) + (seasonal ? m - 1 : 0);
  if (values.length < parameters + 3 || (seasonal && values.length < 2 * m)) {
    throw new StatisticsError(
      'too-few-points',
      `${values.length} values are too few for ${parameters} parameters.`,
      'Give more, or a simpler form.',
    );
  }
  const run = (x: Float64Array, fitted?: Float64Array) => simulateFit(values, form, m, x, fitted);
  const found = bestSearch(
    (x) => run(x).loss,
    (alpha) => startingPoint(values, form, m, alpha),
    effort,
  );
  if (!Number.isFinite(found.value)) {
    throw new StatisticsError('no-convergence', 'The model could not be fitted.', 'Choose a simpler one.');
  }
  const fitted = new Float64Array(values.length);
  const { weights, state, squares } = run(found.at, fitted);
  const n = values.length;
  const logLikelihood = -0.5 * found.value;
  const k = parameters + 1;
  return {
    form,
    weights,
    state,
    logLikelihood,
    aicc: -2 * logLikelihood + 2 * k + (2 * k * (k + 1)) / Math.max(1, n - k - 1),
    variance: squares / Math.max(1, n - parameters),
    fitted,
  };
}

type WeightName = keyof EtsWeights;

function weightNames({ trend, season }: EtsForm): WeightName[] {
  return [
    'alpha',
    ...(trend === 'N' ? [] : ['beta' as const]),
    ...(season === 'N' ? [] : ['gamma' as const]),
    ...(trend === 'Ad' ? ['phi' as const] : []),
  ];
}

interface Start {
  readonly at: Float64Array;
  /** The unit in which each state is looked for. */
  readonly steps: Float64Array;
  /** What the first of them are. */
  readonly weights: readonly WeightName[];
}

/**
 * The likelihood has several tops: a full search begins from slow and from fast learning, a quick one, good enough to
 * choose between forms, from the likelier of the two.
 */
function bestSearch(
  loss: (x: Float64Array) => number,
  start: (alpha: number) => Start,
  effort: 'quick' | 'full',
): Descent {
  const from = (alpha: number) => {
    const { at, steps, weights } = start(alpha);
    const raw = (free: Float64Array) => {
      const x = free.map((value, i) => (at[i] as number) + (steps[i] as number) * value);
      boundedWeights(free, weights, x);
      return x;
    };
    const free = new Float64Array(at.length);
    for (const [i, name] of weights.entries()) free[i] = unbounded(name, at, weights);
    const found = bfgs(
      (x) => loss(raw(x)),
      free,
      effort === 'quick' ? 1e-6 : 1e-9,
      effort === 'quick' ? 40 : 200,
    );
    return { at: raw(found.at), value: found.value };
  };
  if (effort === 'quick') return from(loss(start(0.2).at) < loss(start(0.8).at) ? 0.2 : 0.8);
  const [slow, fast] = [from(0.2), from(0.8)];
  return slow.value <= fast.value ? slow : fast;
}

/** Where a weight stands between its bounds, which may hang on those before it. */
function boundsOf(name: WeightName, alpha: number): readonly [number, number] {
  if (name === 'alpha') return [LEAST, MOST];
  if (name === 'beta') return [LEAST, alpha];
  return name === 'gamma' ? [LEAST, 1 - alpha] : [PHI_LEAST, PHI_MOST];
}

function boundedWeights(free: Float64Array, names: readonly WeightName[], into: Float64Array): void {
  for (const [i, name] of names.entries()) {
    const [low, high] = boundsOf(name, into[0] as number);
    into[i] = low + (high - low) / (1 + Math.exp(-(free[i] as number)));
  }
}

function unbounded(name: WeightName, at: Float64Array, names: readonly WeightName[]): number {
  const [low, high] = boundsOf(name, at[0] as number);
  const share = Math.min(0.98, Math.max(0.02, ((at[names.indexOf(name)] as number) - low) / (high - low)));
  return Math.log(share / (1 - share));
}

function startingPoint(values: Float64Array, form: EtsForm, m: number, alpha: number): Start {
  const season = form.season === 'N' ? null : startingSeason(values, m, form.season);
  const { level, trend } = startingTrend(values, season, form.season, m);
  const guesses = { alpha, beta: 0.02, gamma: 0.05, phi: 0.95 };
  const names = weightNames(form);
  const scale = Math.max(1e-6, spreadOf(values));
  const at = [...names.map((name) => guesses[name]), level];
  const steps = [...names.map(() => 0), scale / 2];
  if (form.trend !== 'N') {
    at.push(trend);
    steps.push(scale / 20);
  }
  for (const state of season?.subarray(0, m - 1) ?? []) {
    at.push(state);
    steps.push(form.season === 'M' ? 0.05 : scale / 5);
  }
  return { at: Float64Array.from(at), steps: Float64Array.from(steps), weights: names };
}

/** Runs the series through the model. `loss` is minus twice the log-likelihood; Infinity outside the bounds. */
function simulateFit(values: Float64Array, form: EtsForm, m: number, x: Float64Array, fitted?: Float64Array) {
  let at = 0;
  const alpha = x[at++] as number;
  const beta = form.trend === 'N' ? 0 : (x[at++] as number);
  const gamma = form.season === 'N' ? 0 : (x[at++] as number);
  const phi = form.trend === 'Ad' ? (x[at++] as number) : 1;
  const weights = { alpha, beta, gamma, phi };
  const state: EtsState = {
    level: x[at++] as number,
    trend: form.trend === 'N' ? 0 : (x[at++] as number),
    season: new Float64Array(m),
  };
  let sum = 0;
  for (let j = 0; j < m - 1; j++) sum += state.season[j] = x[at++] as number;
  if (form.season !== 'N') state.season[m - 1] = (form.season === 'M' ? m : 0) - sum;
  const outside = { loss: Infinity, weights, state, squares: Infinity };
  if (!allowed(form, weights)) return outside;
  if (form.season === 'M' && state.season.some((value) => value <= 0)) return outside;
  let [squares, logs] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const expected = etsForecast(form, phi, state);
    if (form.error === 'M' && !(expected > 0)) return outside;
    if (fitted !== undefined) fitted[i] = expected;
    const value = values[i] as number;
    const error = form.error === 'M' ? (value - expected) / expected : value - expected;
    squares += error * error;
    if (form.error === 'M') logs += Math.log(expected);
    etsUpdate(form, weights, state, value);
  }
  return { loss: values.length * Math.log(Math.max(squares, 1e-300)) + 2 * logs, weights, state, squares };
}

function allowed(form: EtsForm, { alpha, beta, gamma, phi }: EtsWeights): boolean {
  if (!(alpha >= LEAST && alpha <= MOST)) return false;
  if (form.trend !== 'N' && !(beta >= LEAST && beta <= alpha)) return false;
  if (form.season !== 'N' && !(gamma >= LEAST && gamma <= 1 - alpha)) return false;
  return form.trend !== 'Ad' || (phi >= PHI_LEAST && phi <= PHI_MOST);
}

function spreadOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
