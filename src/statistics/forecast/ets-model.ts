/** A form of exponential smoothing: additive or multiplicative error, trend none, additive or damped, season. */
export interface EtsForm {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'Ad';
  readonly season: 'N' | 'A' | 'M';
}

/** "ETS(M,Ad,A)". */
export function etsName({ error, trend, season }: EtsForm): string {
  return `ETS(${error},${trend},${season})`;
}

/** Smoothing weights; beta and gamma as multiples of the error, 0 where the form has none. */
export interface EtsWeights {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** Level, trend and the last period's seasonal states; `season[0]` is that of the period to come. */
export interface EtsState {
  level: number;
  trend: number;
  readonly season: Float64Array;
}

/** Expected next value. */
export function etsForecast({ trend, season }: EtsForm, phi: number, state: EtsState): number {
  const base = state.level + (trend === 'N' ? 0 : phi * state.trend);
  const s = state.season[0] as number;
  return season === 'A' ? base + s : season === 'M' ? base * s : base;
}

/**
 * Moves the state one period on, given the value that came and the one expected (in the error-correction form of
 * Hyndman and others 2008, ch. 2). Changes `state`.
 */
export function etsUpdate(
  form: EtsForm,
  { alpha, beta, gamma, phi }: EtsWeights,
  state: EtsState,
  value: number,
): void {
  const { trend, season } = form;
  const drift = trend === 'N' ? 0 : phi * state.trend;
  const base = state.level + drift;
  const s = state.season[0] as number;
  const deseasoned = season === 'A' ? value - s : season === 'M' ? value / s : value;
  const surprise = deseasoned - base;
  state.level = base + alpha * surprise;
  if (trend !== 'N') state.trend = drift + beta * surprise;
  if (season === 'N') return;
  const next = season === 'A' ? s + gamma * (value - base - s) : s + gamma * (value / base - s);
  state.season.copyWithin(0, 1);
  state.season[state.season.length - 1] = next;
}
