import type { Random } from '../random.ts';
import { StatisticsError } from '../statistics-error.ts';
import { agreement, fold, MISSING } from './agreement.ts';

/** Up to so many pairs, every row is compared with every other. */
const ALL_PAIRS = 2_000_000;
const MOST_PAIRS = 20_000_000;
const SAMPLE = 200_000;

/** One column that both files have. */
export interface LinkKey {
  readonly name: string;
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Pairs worth a look, by row, and all pairs by how they agree. A pattern is a number: two bits a key. */
export interface CandidatePairs {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly pattern: Int32Array;
  /** How many pairs of each pattern there are among all rows times all rows; estimated for those outside the blocks. */
  readonly counts: ReadonlyMap<number, number>;
  readonly blocked: boolean;
}

/**
 * Pairs that agree exactly on all keys of at least one block; every pair, where there are few. Pairs outside the blocks
 * are told apart on a random sample.
 *
 * @param blocks each a list of places in `keys`; empty: every two keys
 */
export function candidatePairs(
  keys: readonly LinkKey[],
  blocks: readonly (readonly number[])[],
  random: Random,
): CandidatePairs {
  const [n, m] = [keys[0]?.first.length ?? 0, keys[0]?.second.length ?? 0];
  const compare = comparer(keys);
  const [first, second, pattern]: [number[], number[], number[]] = [[], [], []];
  const counts = new Map<number, number>();
  const take = (a: number, b: number) => {
    const found = compare(a, b);
    counts.set(found, (counts.get(found) ?? 0) + 1);
    first.push(a);
    second.push(b);
    pattern.push(found);
  };
  const blocked = blocks.length > 0 || n * m > ALL_PAIRS;
  if (blocked) {
    const rules = blocks.length > 0 ? blocks : everyTwo(keys.length);
    const codes = rules.map((rule) => blockCodes(keys, rule));
    for (const [r, { one, other }] of codes.entries()) {
      const rows = rowsByCode(other);
      for (let a = 0; a < n; a++) {
        for (const b of rows.get(one[a] ?? -1) ?? []) {
          // A pair that an earlier block has found is not taken again.
          if (codes.slice(0, r).some((before) => meet(before, a, b))) continue;
          take(a, b);
          if (first.length > MOST_PAIRS) throw tooMany();
        }
      }
    }
    addOutside(counts, n * m - first.length, () => {
      const [a, b] = [random.below(n), random.below(m)];
      return codes.some((code) => meet(code, a, b)) ? null : compare(a, b);
    });
  } else for (let a = 0; a < n; a++) for (let b = 0; b < m; b++) take(a, b);
  return {
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    pattern: Int32Array.from(pattern),
    counts,
    blocked,
  };
}

/** The agreements that a pattern stands for. */
export function agreementsOf(pattern: number, keys: number): number[] {
  return Array.from({ length: keys }, (_, key) => (pattern >> (2 * key)) & 3);
}

/** Pairs of distinct values of one key that are remembered once they have been compared. */
const MOST_REMEMBERED = 4_000_000;
const NOT_YET = 255;

function comparer(keys: readonly LinkKey[]): (a: number, b: number) => number {
  const each = keys.map(comparerOf);
  return (a, b) => {
    let pattern = 0;
    for (let k = 0; k < each.length; k++) pattern |= (each[k]?.(a, b) ?? MISSING) << (2 * k);
    return pattern;
  };
}

/** Compares two values once, however often they are met. */
function comparerOf(key: LinkKey): (a: number, b: number) => number {
  const [first, second] = [distinct(key.first), distinct(key.second)];
  const width = second.values.length;
  const remembered = first.values.length * width <= MOST_REMEMBERED;
  const known = new Uint8Array(remembered ? first.values.length * width : 0).fill(NOT_YET);
  const compare = (one: number, other: number) =>
    agreement(first.values[one] ?? '', second.values[other] ?? '');
  return (a, b) => {
    const [one, other] = [first.codes[a] as number, second.codes[b] as number];
    if (!remembered) return compare(one, other);
    const place = one * width + other;
    if (known[place] === NOT_YET) known[place] = compare(one, other);
    return known[place] as number;
  };
}

function distinct(cells: readonly string[]): {
  readonly values: readonly string[];
  readonly codes: Int32Array;
} {
  const codes = new Map<string, number>();
  const rows = Int32Array.from(cells, (cell) => {
    const value = fold(cell);
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
  return { values: [...codes.keys()], codes: rows };
}

interface BlockCodes {
  readonly one: Int32Array;
  readonly other: Int32Array;
}

/** Rows with the same code agree on all keys of a block; a row that misses one has −1 in the first file, −2 in the second. */
function blockCodes(keys: readonly LinkKey[], rule: readonly number[]): BlockCodes {
  const codes = new Map<string, number>();
  const code = (parts: readonly string[], missing: number) => {
    if (parts.includes('')) return missing;
    const text = parts.join('\u0000');
    const found = codes.get(text) ?? codes.size;
    codes.set(text, found);
    return found;
  };
  const of = (side: 'first' | 'second', missing: number) =>
    Int32Array.from(keys[0]?.[side] ?? [], (_, row) =>
      code(
        rule.map((key) => fold(keys[key]?.[side][row] ?? '')),
        missing,
      ),
    );
  return { one: of('first', -1), other: of('second', -2) };
}

function meet({ one, other }: BlockCodes, a: number, b: number): boolean {
  return one[a] === other[b];
}

function rowsByCode(codes: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [row, code] of codes.entries()) {
    const list = rows.get(code);
    if (list === undefined) rows.set(code, [row]);
    else list.push(row);
  }
  return rows;
}

function everyTwo(keys: number): number[][] {
  if (keys < 2) return [[0]];
  return Array.from({ length: keys }, (_, a) =>
    Array.from({ length: keys - a - 1 }, (__, b) => [a, a + b + 1]),
  ).flat();
}

function addOutside(counts: Map<number, number>, outside: number, draw: () => number | null): void {
  const drawn = new Map<number, number>();
  let kept = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const pattern = draw();
    if (pattern === null) continue;
    kept++;
    drawn.set(pattern, (drawn.get(pattern) ?? 0) + 1);
  }
  for (const [pattern, count] of drawn)
    counts.set(pattern, (counts.get(pattern) ?? 0) + (outside * count) / kept);
}

function tooMany(): StatisticsError {
  return new StatisticsError(
    'bad-option',
    `More than ${MOST_PAIRS / 1e6} million pairs would have to be compared.`,
    'Block on keys with more values, such as --block borough+date.',
  );
}

/** Whether a pattern says nothing at all. */
export function saysNothing(pattern: number, keys: number): boolean {
  return agreementsOf(pattern, keys).every((level) => level === MISSING);
}
