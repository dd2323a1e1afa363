import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Two-sided p-value of a standard normal statistic; keeps its digits far out in the tails. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
}

/** The standard normal value below which probability `p` lies. */
export function normalValue(p: number): number {
  return normalQuantile(p, 0, 1);
}

/** The multiplier of a two-sided interval: 1.959964 for a level of 0.95. */
export function twoSidedMultiplier(level: number): number {
  return normalQuantile(1 - (1 - level) / 2, 0, 1);
}

/** Logarithm of the probability that a standard normal value is at most `z`; never minus infinity for finite `z`. */
export function logNormalProbability(z: number): number {
  if (z > -30) return Math.log(normalCdf(z, 0, 1));
  // Mills' ratio by its asymptotic series, exact to more digits than a number holds this far out.
  const square = 1 / (z * z);
  return (
    -0.5 * z * z -
    Math.log(-z * Math.sqrt(2 * Math.PI)) +
    Math.log1p(-square * (1 - 3 * square * (1 - 5 * square)))
  );
}

/** Density over probability at `z`: how fast the logarithm of the probability rises. `log` is that logarithm. */
export function normalHazard(z: number, log: number): number {
  return Math.exp((-z * z) / 2 - log) / Math.sqrt(2 * Math.PI);
}
