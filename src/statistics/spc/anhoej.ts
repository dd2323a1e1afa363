import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';

/** Anhøj's two tests of a run chart. */
export interface AnhoejTest {
  /** Points that do not lie on the centre; the others take no part. */
  readonly useful: number;
  readonly longestRun: number;
  /** A longer run than this is unusual. */
  readonly longestRunMost: number;
  readonly crossings: number;
  /** Fewer crossings than this are unusual. */
  readonly crossingsLeast: number;
  /** Whether either is unusual. */
  readonly signal: boolean;
  /** Index of the first and last point of every run longer than `longestRunMost`. */
  readonly longRuns: readonly (readonly [first: number, last: number])[];
}

/**
 * Longest run on one side of the centre, against round(log2 n) + 3, and crossings of the centre, against the 5 %
 * quantile of a binomial with n − 1 trials and a chance of one half. A gap (NaN) ends a run and is no crossing.
 *
 * Source: Anhøj & Olesen (2014), PLoS ONE 9, e113825. Checked against qicharts2 and `oracles/spc_oracle.R`.
 */
export function anhoejTest(values: Float64Array, centre: number): AnhoejTest {
  let [useful, longestRun, run, crossings, side, first] = [0, 0, 0, 0, 0, 0];
  const runs: { first: number; last: number; length: number }[] = [];
  for (const [i, value] of values.entries()) {
    if (Number.isNaN(value)) {
      side = 0;
      run = 0;
      continue;
    }
    if (value === centre) continue;
    useful++;
    const next = value > centre ? 1 : -1;
    if (side !== 0 && next !== side) crossings++;
    if (next !== side) {
      run = 0;
      first = i;
    }
    side = next;
    run++;
    if (run === 1) runs.push({ first, last: i, length: 1 });
    else runs[runs.length - 1] = { first, last: i, length: run };
    longestRun = Math.max(longestRun, run);
  }
  const longestRunMost = useful === 0 ? 0 : Math.round(Math.log2(useful)) + 3;
  const crossingsLeast = useful < 2 ? 0 : binomialQuantile(0.05, useful - 1, 0.5);
  // With fewer than ten useful points no number of runs is unusual enough to speak of.
  const signal = useful >= 10 && (longestRun > longestRunMost || crossings < crossingsLeast);
  const longRuns = signal
    ? runs.filter(({ length }) => length > longestRunMost).map(({ first, last }) => [first, last] as const)
    : [];
  return { useful, longestRun, longestRunMost, crossings, crossingsLeast, signal, longRuns };
}
