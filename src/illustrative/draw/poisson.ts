import type { Random } from '../../statistics/index.ts';

/** Below this mean counts are drawn by multiplying uniform numbers (Knuth), above it from the normal curve with a correction for skew. */
const SMALL = 30;

/** A Poisson count with that mean. */
export function poisson(random: Random, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean < SMALL) {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
    return count;
  }
  // Cornish–Fisher to the second term: mean, variance and skewness are those of the Poisson.
  const z = random.normal();
  return Math.max(0, Math.floor(mean + Math.sqrt(mean) * z + (z * z - 1) / 6 + 0.5));
}

/** How many of `trials` succeed with that chance each. */
export function binomial(random: Random, trials: number, chance: number): number {
  if (trials > 100) {
    const mean = trials * chance;
    const drawn = Math.round(mean + Math.sqrt(mean * (1 - chance)) * random.normal());
    return Math.min(trials, Math.max(0, drawn));
  }
  let count = 0;
  for (let trial = 0; trial < trials; trial++) if (random.uniform() < chance) count += 1;
  return count;
}
