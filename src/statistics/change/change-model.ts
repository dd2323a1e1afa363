import { basisOf, dot, residual } from './projector.ts';
import { seasonColumns, type SeasonIdea } from './season-columns.ts';
import { whitened, whitenedBack, whitenerOf } from './whitener.ts';

/** A change needs this many points on either side before it can be told from a spike. */
export const FEWEST_EACH_SIDE = 3;
/** How large a lasting change is thought to be, in standard deviations of a point. */
const STEP_SIZE = 1.5;
/** How far a drift is thought to carry the level over the whole series, likewise. */
const DRIFT_SIZE = 3;

/** What one model makes of one series. Logarithms of marginal likelihoods; the same constant is missing from all. */
export interface ModelEvidence {
  readonly none: number;
  readonly drift: number;
  /** For a change at each possible time, from FEWEST_EACH_SIDE on. */
  readonly steps: Float64Array;
  /** Least-squares height of the step at each time, and its standard error. */
  readonly height: (place: number) => { readonly shift: number; readonly standardError: number };
}

/** What a column of a given length, its height normal around 0, adds to a model. */
interface Term {
  readonly room: number;
  readonly cost: number;
}

/** A pair of one memory and one season, ready for series that were seen at the same times. */
export interface ChangeModel {
  readonly memory: number;
  readonly season: SeasonIdea;
  readonly weigh: (values: Float64Array) => ModelEvidence;
}

/**
 * Normal values with first-order memory, a level and a scale of which nothing is known beforehand (they are integrated
 * out, which gives the restricted likelihood), a season with Zellner's g-prior, and, in turn, nothing more, a drift, or a
 * step. Every quantity that a step needs is a sum over the points after it, so that all times cost no more than one.
 */
export function changeModel(
  times: Int32Array,
  period: number,
  memory: number,
  season: SeasonIdea,
): ChangeModel {
  const n = times.length;
  const whitener = whitenerOf(times, memory);
  const level = whitened(whitener, new Float64Array(n).fill(1));
  const mean = basisOf([level]);
  const waves = basisOf(
    seasonColumns(times, period, season.pairs).map((column) => residual(mean, whitened(whitener, column))),
  ).columns;
  const shrink = season.reach / (1 + season.reach);
  const parts = [
    ...mean.columns.map((column) => ({ column, weight: 1 })),
    ...waves.map((column) => ({ column, weight: shrink })),
  ];
  /** The vector less its mean and what the season is believed to explain of it. */
  const left = (vector: Float64Array): Float64Array => {
    const rest = Float64Array.from(vector);
    for (const { column, weight } of parts) {
      const along = weight * dot(column, rest);
      for (let i = 0; i < n; i++) rest[i] = (rest[i] as number) - along * (column[i] as number);
    }
    return rest;
  };
  const stepLengths = lengthsOfSteps();
  const span = Math.max(1, (times.at(-1) ?? 0) - (times[0] ?? 0));
  const drift = whitened(
    whitener,
    Float64Array.from(times, (time) => (time - (times[0] ?? 0)) / span),
  );
  const driftLeft = left(drift);
  const constant =
    whitener.logJacobian -
    0.5 * waves.length * Math.log(1 + season.reach) -
    0.5 * Math.log(dot(level, level));
  const half = (n - 1) / 2;
  const term = (length: number, size: number): Term => {
    const prior = (size * size) / (1 - memory * memory);
    return { room: length + 1 / prior, cost: 0.5 * Math.log(1 + prior * length) };
  };
  const stepTerms = Array.from(stepLengths, (length) => term(length, STEP_SIZE));
  const driftTerm = term(dot(drift, driftLeft), DRIFT_SIZE);

  function lengthsOfSteps(): Float64Array {
    const lengths = new Float64Array(n + 1);
    const explained = parts.map(({ column }) => tailSums(whitenedBack(whitener, column)));
    let after = 0;
    for (let k = n - 1; k >= 0; k--) {
      let length = (whitener.diagonal[k] as number) ** 2 + after;
      for (const [j, { weight }] of parts.entries()) length -= weight * (explained[j]?.[k] ?? 0) ** 2;
      lengths[k] = Math.max(0, length);
      after += (level[k] as number) ** 2;
    }
    return lengths;
  }

  function weigh(values: Float64Array): ModelEvidence {
    const white = whitened(whitener, values);
    const rest = left(white);
    const squares = Math.max(1e-300, dot(white, rest));
    const none = constant - half * Math.log(squares);
    const along = tailSums(whitenedBack(whitener, rest));
    const having = (product: number, { room, cost }: Term): number =>
      constant - cost - half * Math.log(Math.max(squares - (product * product) / room, 1e-12 * squares));
    const steps = new Float64Array(Math.max(0, n - 2 * FEWEST_EACH_SIDE + 1));
    for (let i = 0; i < steps.length; i++) {
      const k = i + FEWEST_EACH_SIDE;
      steps[i] = having(along[k] as number, stepTerms[k] as Term);
    }
    const height = (place: number) => {
      const k = place + FEWEST_EACH_SIDE;
      const [product, length] = [along[k] ?? 0, stepLengths[k] ?? 0];
      if (!(length > 1e-9)) return { shift: 0, standardError: 0 };
      const freedom = Math.max(1, n - 2 - waves.length);
      const spread = Math.max(0, squares - (product * product) / length) / freedom;
      return { shift: product / length, standardError: Math.sqrt(spread / length) };
    };
    return { none, drift: having(dot(driftLeft, white), driftTerm), steps, height };
  }

  return { memory, season, weigh };
}

/** At each place, the sum of all values from there on. */
function tailSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    sum += values[i] as number;
    sums[i] = sum;
  }
  return sums;
}
