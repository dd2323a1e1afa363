import { cholesky, solve, type Cholesky } from '../linear/cholesky.ts';

/** Logarithm of a density. Writes its slope, and where asked its expected information, into the arguments. */
export type LogDensity = (at: Float64Array, slope: Float64Array, information?: Float64Array) => number;

export interface Mode {
  readonly at: Float64Array;
  readonly height: number;
  /** Of the information there. */
  readonly factor: Cholesky;
}

const [STEPS, LONGEST, SMALLEST_GAIN] = [100, 2, 1e-3] as const;

/**
 * The highest point of a log density with the parameter `held` kept where it starts: Fisher's scoring, damped as
 * Levenberg and Marquardt do.
 */
export function findMode(whole: LogDensity, start: Float64Array, held: number): Mode {
  const size = start.length;
  const density: LogDensity = (at, slope, information) => {
    const height = whole(at, slope, information);
    slope[held] = 0;
    return height;
  };
  let at = start;
  let slope = new Float64Array(size);
  let information = new Float64Array(size * size);
  let height = density(at, slope, information);
  let damping = 1e-2;
  for (let step = 0; step < STEPS; step++) {
    const damped = information.slice();
    for (let j = 0; j < size; j++) damped[j * size + j] = (damped[j * size + j] as number) * (1 + damping);
    const move = solve(cholesky(damped, size), slope);
    const furthest = move.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const shrink = Math.min(1, LONGEST / furthest);
    const next = at.map((value, j) => value + shrink * (move[j] as number));
    const nextSlope = new Float64Array(size);
    const nextInformation = new Float64Array(size * size);
    const nextHeight = density(next, nextSlope, nextInformation);
    if (!(nextHeight > height)) {
      damping *= 10;
      if (damping > 1e10) break;
      continue;
    }
    const gain = nextHeight - height;
    [at, slope, information, height] = [next, nextSlope, nextInformation, nextHeight];
    damping = Math.max(1e-8, damping / 10);
    if (gain < SMALLEST_GAIN && shrink === 1) break;
  }
  return { at, height, factor: cholesky(information, size) };
}

/**
 * As `findMode`, with the held parameter itself where the density, summed over all others, is highest (Laplace's
 * approximation): the joint mode of a spread and of what it spreads is a spread of 0, which says nothing.
 */
export function findMarginalMode(
  density: LogDensity,
  start: Float64Array,
  held: number,
  range: readonly [number, number],
): Mode {
  let best: Mode | null = null;
  let most = -Infinity;
  let from = start;
  let [low, high] = range;
  const look = (value: number): number => {
    const begin = from.slice();
    begin[held] = value;
    const mode = findMode(density, begin, held);
    const score = mode.height - logRootDeterminant(mode.factor);
    if (score > most) [best, most] = [mode, score];
    from = mode.at;
    return score;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atRight, atLeft] = [look(right), look(left)];
  while (high - low > 0.3) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = look(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = look(right);
    }
  }
  return best ?? findMode(density, from, held);
}

function logRootDeterminant({ size, lower }: Cholesky): number {
  let sum = 0;
  for (let j = 0; j < size; j++) {
    const pivot = lower[j * size + j] as number;
    if (pivot > 0) sum += Math.log(pivot);
  }
  return sum;
}
