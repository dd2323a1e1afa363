import { StatisticsError } from '../statistics-error.ts';
import type { Effect } from './group-time.ts';

/** A panel for two-way fixed effects, complete or not: codes of unit and time from 0, outcome, and whether treated. */
export interface TwoWayPanel {
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly value: Float64Array;
  readonly treated: Float64Array;
}

const MOST_ROUNDS = 10_000;

/**
 * Two-way fixed effects: the outcome on "treated by now", with an effect of every unit and every time. Standard errors are
 * clustered by unit. With effects that grow, or units treated at different times, it mixes in comparisons with units
 * already treated: `groupTimeEffects` does not.
 *
 * The factor for small samples is (n − 1)/(n − K) · G/(G − 1), K the periods and one, unit effects being nested in the
 * clusters (as fixest). Checked against R: `lm` with dummies and `sandwich::vcovCL`.
 *
 * @throws StatisticsError when treatment does not vary within units beyond time
 */
export function twoWayEffect(panel: TwoWayPanel): Effect {
  const { unit, time, value, treated } = panel;
  const n = value.length;
  const [units, times] = [countCodes(unit), countCodes(time)];
  const y = demean(value, unit, units, time, times);
  const d = demean(treated, unit, units, time, times);
  const spread = dot(d, d);
  if (!(spread > 1e-10 * n)) {
    throw new StatisticsError(
      'collinear',
      'Treatment does not differ between units over time.',
      'Give treated and untreated units.',
    );
  }
  const estimate = dot(d, y) / spread;
  const scores = new Float64Array(units);
  for (let i = 0; i < n; i++) {
    const at = unit[i] as number;
    scores[at] = (scores[at] as number) + (d[i] as number) * ((y[i] as number) - estimate * (d[i] as number));
  }
  const freedom = n - times - 1;
  if (units < 2 || freedom < 1)
    throw new StatisticsError('too-few-points', 'The panel is too small.', 'Give more units or periods.');
  const small = ((n - 1) / freedom) * (units / (units - 1));
  return { estimate, standardError: Math.sqrt(small * dot(scores, scores)) / spread };
}

/** Takes unit and time means out in turn until nothing moves (Gaure 2013); two rounds do for a complete panel. */
export function demean(
  values: Float64Array,
  unit: Int32Array,
  units: number,
  time: Int32Array,
  times: number,
): Float64Array {
  const rest = Float64Array.from(values);
  const scale = Math.sqrt(dot(values, values) / values.length);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = Math.max(subtractMeans(rest, unit, units), subtractMeans(rest, time, times));
    if (moved <= 1e-11 * scale) break;
  }
  return rest;
}

function subtractMeans(rest: Float64Array, code: Int32Array, codes: number): number {
  const sums = new Float64Array(codes);
  const counts = new Float64Array(codes);
  for (let i = 0; i < rest.length; i++) {
    const at = code[i] as number;
    sums[at] = (sums[at] as number) + (rest[i] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  let most = 0;
  for (let c = 0; c < codes; c++) {
    sums[c] = (counts[c] as number) === 0 ? 0 : (sums[c] as number) / (counts[c] as number);
    most = Math.max(most, Math.abs(sums[c] as number));
  }
  for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - (sums[code[i] as number] as number);
  return most;
}

function countCodes(code: Int32Array): number {
  return code.reduce((most, each) => Math.max(most, each), -1) + 1;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
