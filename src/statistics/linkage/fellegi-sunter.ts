import { MISSING } from './agreement.ts';

const LEVELS = 3;
const MOST_STEPS = 5000;
const LEAST = 1e-6;

/** Pairs of records that agree in the same way: the agreement on each key (apart, near, same, missing), and how many. */
export interface Pattern {
  readonly agreements: readonly number[];
  readonly pairs: number;
}

/** What tells a match from chance. `m` and `u` by key, then by agreement (apart, near, same). */
export interface FellegiSunter {
  /** Share of all pairs that are matches. */
  readonly share: number;
  /** How matches agree. */
  readonly m: readonly (readonly number[])[];
  /** How pairs that are no match agree. */
  readonly u: readonly (readonly number[])[];
  readonly converged: boolean;
  readonly steps: number;
}

/**
 * Fits the model of Fellegi and Sunter by expectation and maximisation: pairs are matches or not, and within each of the
 * two the keys agree independently of each other. A missing value counts neither way.
 *
 * Source: Fellegi & Sunter (1969), JASA 64, 1183–1210; Winkler (1988).
 *
 * @param patterns all pairs of the two files, by pattern
 * @param mostMatches no more matches than this can be: the rows of the shorter file
 */
export function fellegiSunter(patterns: readonly Pattern[], mostMatches: number): FellegiSunter {
  const keys = patterns[0]?.agreements.length ?? 0;
  const total = patterns.reduce((sum, { pairs }) => sum + pairs, 0);
  const most = Math.min(0.99, mostMatches / total);
  // Chance agreement is what all pairs show, for almost none of them is a match; matches are taken to agree at first.
  let u = shares(patterns, keys, ({ pairs }) => pairs);
  let m = u.map(() => [0.05, 0.1, 0.85]);
  let share = most / 2;
  // With one or two keys nothing in the data tells m from u: u is then left at what all pairs show.
  const free = keys >= 3;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const model = { share, m, u };
    const chances = patterns.map(({ agreements }) => matchProbability(model, agreements));
    const matches = patterns.reduce((sum, { pairs }, i) => sum + pairs * (chances[i] ?? 0), 0);
    const nextM = shares(patterns, keys, ({ pairs }, i) => pairs * (chances[i] ?? 0));
    const nextU = free ? shares(patterns, keys, ({ pairs }, i) => pairs * (1 - (chances[i] ?? 0))) : u;
    const nextShare = Math.min(most, Math.max(LEAST / total, matches / total));
    const moved = Math.max(
      Math.abs(nextShare - share) / share,
      ...nextM.flatMap((row, k) => row.map((value, level) => Math.abs(value - (m[k]?.[level] ?? 0)))),
    );
    [share, m, u] = [nextShare, nextM, nextU];
    if (moved < 1e-8) return { share, m, u, converged: true, steps: step };
  }
  return { share, m, u, converged: false, steps: MOST_STEPS };
}

/** Probability that a pair with these agreements is a match. */
export function matchProbability(
  { share, m, u }: Pick<FellegiSunter, 'share' | 'm' | 'u'>,
  agreements: readonly number[],
): number {
  let weight = Math.log(share / (1 - share));
  for (const [key, level] of agreements.entries())
    if (level !== MISSING) weight += Math.log((m[key]?.[level] ?? LEAST) / (u[key]?.[level] ?? LEAST));
  return 1 / (1 + Math.exp(-weight));
}

/** Share of each agreement on each key, pairs counted by `weight`; never quite 0, for a level may yet be met. */
function shares(
  patterns: readonly Pattern[],
  keys: number,
  weight: (pattern: Pattern, index: number) => number,
): number[][] {
  const sums = Array.from({ length: keys }, () => Array.from({ length: LEVELS }, () => 0));
  for (const [i, pattern] of patterns.entries()) {
    const counted = weight(pattern, i);
    for (const [key, level] of pattern.agreements.entries()) {
      const row = sums[key];
      if (row !== undefined && level !== MISSING) row[level] = (row[level] ?? 0) + counted;
    }
  }
  return sums.map((row) => {
    const sum = row.reduce((all, value) => all + value, 0);
    const raised = row.map((value) => Math.max(LEAST, sum > 0 ? value / sum : 1 / LEVELS));
    const whole = raised.reduce((all, value) => all + value, 0);
    return raised.map((value) => value / whole);
  });
}
