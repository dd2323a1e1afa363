import { solveLower, solveTransposed } from '../linear/cholesky.ts';
import { seededRandom } from '../random.ts';
import { findMarginalMode, type LogDensity } from './find-mode.ts';

const CHAINS = 4;

/** Share of paths that should be accepted. */
const ACCEPTED = 0.85;

/** What to draw from. */
export interface Target {
  readonly density: LogDensity;
  readonly start: Float64Array;
  /** The place of the logarithm of a spread, and the range in which to look for it before the drawing. */
  readonly spread: number;
  /** Steps of a path: more where the parameters hang together in crooked ways. */
  readonly leaps: number;
  /** From each chain; three eighths as many go before to find the length of the steps. */
  readonly draws: number;
}

const SPREAD_RANGE = [-3, 0.5] as const;

/** A loss of energy along a path above which the path has left the ground (as Stan's divergent transitions). */
const LOST = 50;

export interface Sampled {
  /** By chain, then draw. */
  readonly chains: readonly (readonly Float64Array[])[];
  /** Share of paths accepted after the warming up: about 0.85 by design. */
  readonly acceptance: number;
  readonly divergent: number;
}

/**
 * Draws from a posterior by Hamiltonian Monte Carlo: four chains, in coordinates in which the information at the mode is 1
 * all ways round, begun apart.
 *
 * Source: Neal (2011), Handbook of Markov Chain Monte Carlo, chapter 5.
 */
export function sample({ density, start, spread, leaps, draws: wanted }: Target, seed: number): Sampled {
  const size = start.length;
  const warmUp = Math.ceil((3 * wanted) / 8);
  const { at: mode, factor } = findMarginalMode(density, start, spread, SPREAD_RANGE);
  let [accepted, tries, divergent] = [0, 0, 0];
  const chains = Array.from({ length: CHAINS }, (_, chain) => {
    const random = seededRandom(seed * CHAINS + chain);
    const normals = () => {
      const values = new Float64Array(size);
      for (let j = 0; j < size; j++) values[j] = random.normal();
      return values;
    };
    const raw = new Float64Array(size);
    const look = (xi: Float64Array) => {
      const at = solveTransposed(factor, xi);
      for (let j = 0; j < size; j++) at[j] = (at[j] as number) + (mode[j] as number);
      const height = density(at, raw);
      return { at, height, slope: solveLower(factor, raw) };
    };
    let xi = normals();
    let here = look(xi);
    let step = 0.3;
    let logSteps = 0;
    const draws: Float64Array[] = [];
    for (let round = 0; round < warmUp + wanted; round++) {
      const impulse = normals();
      const before = here.height - halfSquare(impulse);
      const length = step * (0.8 + 0.4 * random.uniform());
      const next = xi.slice();
      let there = here;
      for (let leap = 0; leap < leaps; leap++) {
        for (let j = 0; j < size; j++) {
          impulse[j] = (impulse[j] as number) + (length / 2) * (there.slope[j] as number);
          next[j] = (next[j] as number) + length * (impulse[j] as number);
        }
        there = look(next);
        for (let j = 0; j < size; j++)
          impulse[j] = (impulse[j] as number) + (length / 2) * (there.slope[j] as number);
      }
      const gain = there.height - halfSquare(impulse) - before;
      const chance = Number.isFinite(gain) ? Math.min(1, Math.exp(gain)) : 0;
      if (round < warmUp) {
        step *= Math.exp((chance - ACCEPTED) / Math.sqrt(round + 5));
        if (round >= warmUp / 2) logSteps += Math.log(step);
        if (round === warmUp - 1) step = Math.exp(logSteps / Math.floor(warmUp / 2));
      } else {
        accepted += chance;
        tries++;
        if (!(gain > -LOST)) divergent++;
      }
      if (random.uniform() < chance) [xi, here] = [next, there];
      if (round >= warmUp) draws.push(here.at);
    }
    return draws;
  });
  return { chains, acceptance: accepted / tries, divergent };
}

function halfSquare(values: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) sum += (values[j] as number) ** 2;
  return sum / 2;
}
