/**
 * The common logarithm of the probability that independent Poisson counts all come out the same twice. Two counts with
 * mean m are equal with probability near 1 / (2 √(π m)), which is the chance of the difference of two such counts being 0.
 */
export function coincidence(counts: readonly number[]): number {
  return counts.reduce(
    (sum, count) => sum + Math.min(0, Math.log10(1 / (2 * Math.sqrt(Math.PI * Math.max(count, 0.3))))),
    0,
  );
}
