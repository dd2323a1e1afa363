import { seededRandom } from '../random.ts';
import { StatisticsError } from '../statistics-error.ts';
import { agreementsOf, candidatePairs, saysNothing, type LinkKey } from './candidate-pairs.ts';
import { fellegiSunter, matchProbability, type FellegiSunter } from './fellegi-sunter.ts';

const MOST_KEYS = 12;

export interface LinkOptions {
  /** Places in the keys of which a pair must agree on all of one; every two keys unless said otherwise. */
  readonly blocks?: readonly (readonly number[])[];
  /** Least probability of a match for a link; 0.9 unless said otherwise. */
  readonly threshold?: number;
  readonly seed?: number;
}

/** Rows of one file: linked to one of the other; one-sided, where the likely counterpart went to a likelier row; or unlinked. */
export interface LinkSide {
  readonly linked: number;
  readonly oneSided: number;
  readonly unlinked: number;
}

export interface Linkage {
  /** Row of the second file for each of the first; −1 where there is none. */
  readonly partner: Int32Array;
  /** Probability of the match for each row of the first file; 0 where there is none. */
  readonly probability: Float64Array;
  readonly first: LinkSide;
  readonly second: LinkSide;
  /** Links whose row had another counterpart that was just as likely. */
  readonly ambiguous: number;
  /** How many links are expected to be wrong: the sum of 1 − probability. */
  readonly expectedFalseLinks: number;
  readonly pairsCompared: number;
  readonly blocked: boolean;
  readonly model: FellegiSunter;
}

/**
 * Links the records of two files that hold the same people or events without a common number. A row is linked to one row
 * at most: the likeliest pairs first, then by the order of the files.
 *
 * Source: Fellegi & Sunter (1969), JASA 64, 1183–1210.
 *
 * @throws StatisticsError without rows or keys, or when blocks leave too many pairs
 */
export function linkRecords(keys: readonly LinkKey[], options: LinkOptions = {}): Linkage {
  const { blocks = [], threshold = 0.9, seed = 1 } = options;
  const [n, m] = [keys[0]?.first.length ?? 0, keys[0]?.second.length ?? 0];
  if (n === 0 || m === 0)
    throw new StatisticsError('no-data', 'A file has no rows.', 'Give two files with rows.');
  if (keys.length > MOST_KEYS)
    throw new StatisticsError(
      'bad-option',
      `${keys.length} keys are too many.`,
      `Give at most ${MOST_KEYS}.`,
    );
  const pairs = candidatePairs(keys, blocks, seededRandom(seed));
  const patterns = [...pairs.counts].map(([pattern, count]) => ({
    agreements: agreementsOf(pattern, keys.length),
    pairs: count,
  }));
  const model = fellegiSunter(patterns, Math.min(n, m));
  const chance = new Map(
    [...pairs.counts.keys()].map((pattern) => [
      pattern,
      saysNothing(pattern, keys.length) ? 0 : matchProbability(model, agreementsOf(pattern, keys.length)),
    ]),
  );
  const likely: { readonly a: number; readonly b: number; readonly chance: number }[] = [];
  for (let at = 0; at < pairs.pattern.length; at++) {
    const found = chance.get(pairs.pattern[at] as number) ?? 0;
    if (found >= threshold)
      likely.push({ a: pairs.first[at] as number, b: pairs.second[at] as number, chance: found });
  }
  likely.sort((x, y) => y.chance - x.chance || x.a - y.a || x.b - y.b);
  const partner = new Int32Array(n).fill(-1);
  const back = new Int32Array(m).fill(-1);
  const probability = new Float64Array(n);
  for (const pair of likely) {
    if (partner[pair.a] !== -1 || back[pair.b] !== -1) continue;
    partner[pair.a] = pair.b;
    back[pair.b] = pair.a;
    probability[pair.a] = pair.chance;
  }
  const wanted = { a: new Uint8Array(n), b: new Uint8Array(m), twice: new Uint8Array(n) };
  for (const pair of likely) {
    wanted.a[pair.a] = 1;
    wanted.b[pair.b] = 1;
    if (partner[pair.a] !== pair.b && pair.chance >= (probability[pair.a] ?? 1)) wanted.twice[pair.a] = 1;
  }
  const links = partner.reduce((sum, b) => sum + (b >= 0 ? 1 : 0), 0);
  return {
    partner,
    probability,
    first: side(wanted.a, partner),
    second: side(wanted.b, back),
    ambiguous: partner.reduce((sum, b, a) => sum + (b >= 0 ? (wanted.twice[a] ?? 0) : 0), 0),
    expectedFalseLinks: links - probability.reduce((sum, value) => sum + value, 0),
    pairsCompared: pairs.first.length,
    blocked: pairs.blocked,
    model,
  };
}

function side(wanted: Uint8Array, partner: Int32Array): LinkSide {
  let [linked, oneSided] = [0, 0];
  for (const [row, other] of partner.entries()) {
    if (other >= 0) linked++;
    else if (wanted[row] === 1) oneSided++;
  }
  return { linked, oneSided, unlinked: partner.length - linked - oneSided };
}
