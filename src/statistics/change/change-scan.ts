import { basisOf, dot, residual, type Basis } from './projector.ts';
import { seasonColumns } from './season-columns.ts';
import { whiten, whiteningJacobian } from './whiten.ts';

/** How strongly a month's noise may remember the month before. */
const MEMORIES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] as const;
/** A change needs this many points on either side before it can be told from a spike. */
export const FEWEST_EACH_SIDE = 3;

/** What one series says about a lasting change of level at some unknown time. */
export interface ChangeFound {
  /** Twice the gain in log-likelihood of "one change of level" over "no change", memory fitted to each. */
  readonly gain: number;
  /** The same over "a steady drift": negative when the drift describes the series better than the change. */
  readonly gainOverDrift: number;
  /** Twice the gain of "a steady drift" over "no change". */
  readonly driftGain: number;
  /** Position (among the points that are there) of the first point after the change. */
  readonly at: number;
  /** Height of the change and its standard error, in the unit of the values. */
  readonly shift: number;
  readonly standardError: number;
  /** Month-to-month memory under the change, and under no change. */
  readonly memory: number;
  readonly memoryWithout: number;
}

interface Model {
  readonly memory: number;
  readonly basis: Basis;
  readonly jacobian: number;
  readonly drift: Float64Array;
  readonly steps: readonly Float64Array[];
  readonly stepLengths: readonly number[];
}

/** A scan made ready for one pattern of times; it can then be run on any number of value sets. */
export interface ChangeScan {
  readonly times: Int32Array;
  readonly run: (values: Float64Array) => ChangeFound;
}

/**
 * Prepares the search for one lasting change of level in values at `times` (whole periods, rising), with a season of
 * `period` and noise with first-order memory. Gaussian likelihood with the memory profiled out on a grid from 0 to 0.8.
 */
export function prepareChangeScan(times: Int32Array, period: number): ChangeScan {
  const n = times.length;
  const columns = [new Float64Array(n).fill(1), ...seasonColumns(times, period)];
  const models = MEMORIES.map((memory) => prepareModel(times, columns, memory));
  return { times, run: (values) => scan(values, times, models) };
}

function prepareModel(times: Int32Array, columns: readonly Float64Array[], memory: number): Model {
  const n = times.length;
  const basis = basisOf(columns.map((column) => whiten(column, times, memory)));
  const left = (column: Float64Array) => residual(basis, whiten(column, times, memory));
  const steps: Float64Array[] = [];
  const stepLengths: number[] = [];
  for (let at = FEWEST_EACH_SIDE; at <= n - FEWEST_EACH_SIDE; at++) {
    const step = left(new Float64Array(n).fill(1, at));
    stepLengths.push(Math.sqrt(dot(step, step)));
    steps.push(unit(step));
  }
  const drift = unit(left(Float64Array.from(times)));
  return { memory, basis, jacobian: whiteningJacobian(times, memory), drift, steps, stepLengths };
}

function scan(values: Float64Array, times: Int32Array, models: readonly Model[]): ChangeFound {
  const n = values.length;
  let [none, change, drift] = [-Infinity, -Infinity, -Infinity];
  let [at, shift, standardError, memory, memoryWithout] = [FEWEST_EACH_SIDE, 0, 0, 0, 0];
  for (const model of models) {
    const rest = residual(model.basis, whiten(values, times, model.memory));
    const squares = dot(rest, rest);
    const likelihood = (sum: number) =>
      -0.5 * n * Math.log(Math.max(sum, 1e-12 * squares, 1e-300)) + model.jacobian;
    if (likelihood(squares) > none) {
      none = likelihood(squares);
      memoryWithout = model.memory;
    }
    drift = Math.max(drift, likelihood(squares - dot(model.drift, rest) ** 2));
    let best = 0;
    let along = 0;
    for (let k = 0; k < model.steps.length; k++) {
      const product = dot(model.steps[k] as Float64Array, rest);
      if (Math.abs(product) > Math.abs(along)) {
        along = product;
        best = k;
      }
    }
    const left = squares - along * along;
    if (likelihood(left) > change) {
      change = likelihood(left);
      at = best + FEWEST_EACH_SIDE;
      memory = model.memory;
      const length = model.stepLengths[best] as number;
      const freedom = Math.max(1, n - model.basis.columns.length - 1);
      shift = along / length;
      standardError = Math.sqrt(Math.max(0, left) / freedom) / length;
    }
  }
  return {
    gain: 2 * (change - none),
    gainOverDrift: 2 * (change - drift),
    driftGain: 2 * (drift - none),
    at,
    shift,
    standardError,
    memory,
    memoryWithout,
  };
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  // A column that the season already holds leaves only rounding, which must not be blown up.
  return length > 1e-9 ? vector.map((value) => value / length) : new Float64Array(vector.length);
}
