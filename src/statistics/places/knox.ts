import { seededRandom } from '../random.ts';
import { StatisticsError } from '../statistics-error.ts';

/** Pairs of events within one band of distance and one of time. */
export interface KnoxCell {
  readonly observed: number;
  /** Mean over the permutations. */
  readonly expected: number;
  /** Observed over expected; null when none are expected. */
  readonly ratio: number | null;
  /** Share of permutations, the data among them, with as many pairs. */
  readonly p: number;
}

export interface KnoxOptions {
  /** Upper ends of the bands of distance, rising; a first band of 0 holds the very same place. */
  readonly distances: readonly number[];
  readonly days: readonly number[];
  readonly permutations?: number;
  readonly seed?: number;
}

/**
 * Knox's test of near repeats: are events that are close in space also close in time, more often than when the dates are
 * dealt out anew? Bands are (lower, upper]; the first begins at 0 and includes it. Rows of the answer are bands of
 * distance, columns bands of time.
 *
 * Source: Knox (1964), Applied Statistics 13, 25–29; Johnson and others (2007), J Quant Criminol 23, 201–219. The
 * observed table is checked against a plain count of all pairs; permutations are seeded.
 *
 * @throws StatisticsError for fewer than two events or bands that do not rise
 */
export function knoxTest(
  x: Float64Array,
  y: Float64Array,
  day: Float64Array,
  options: KnoxOptions,
): KnoxCell[][] {
  const { distances, days, permutations = 999, seed = 1 } = options;
  const n = x.length;
  if (n < 2)
    throw new StatisticsError('too-few-points', 'Near repeats need two events or more.', 'Give more events.');
  for (const bands of [distances, days]) {
    if (
      bands.length === 0 ||
      bands.some((band, i) => !(band >= 0) || (i > 0 && band <= (bands[i - 1] ?? 0)))
    ) {
      throw new StatisticsError(
        'bad-option',
        `Bands must rise: ${bands.join(', ')}.`,
        'Give --distances 100,200,300 --days 7,14.',
      );
    }
  }
  if (!(Number.isInteger(permutations) && permutations >= 1)) {
    throw new StatisticsError('bad-option', `${permutations} permutations are none.`, 'Use 99 or 999.');
  }
  const pairs = closePairs(x, y, distances);
  const size = distances.length * days.length;
  const observed = new Float64Array(size);
  count(pairs, day, days, observed);
  const sums = new Float64Array(size);
  const atLeast = new Float64Array(size).fill(1);
  const random = seededRandom(seed);
  const shuffled = Float64Array.from(day);
  const table = new Float64Array(size);
  for (let run = 0; run < permutations; run++) {
    for (let i = n - 1; i > 0; i--) {
      const j = random.below(i + 1);
      const held = shuffled[i] as number;
      shuffled[i] = shuffled[j] as number;
      shuffled[j] = held;
    }
    count(pairs, shuffled, days, table);
    for (let c = 0; c < size; c++) {
      sums[c] = (sums[c] as number) + (table[c] as number);
      if ((table[c] as number) >= (observed[c] as number)) atLeast[c] = (atLeast[c] as number) + 1;
    }
  }
  return distances.map((_, row) =>
    days.map((_day, column) => {
      const c = row * days.length + column;
      const expected = (sums[c] as number) / permutations;
      const seen = observed[c] as number;
      return {
        observed: seen,
        expected,
        ratio: expected > 0 ? seen / expected : null,
        p: (atLeast[c] as number) / (permutations + 1),
      };
    }),
  );
}

interface Pairs {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly band: Uint16Array;
}

/** Pairs within the widest band, found by sorting on x, so that far ones are never looked at. */
function closePairs(x: Float64Array, y: Float64Array, distances: readonly number[]): Pairs {
  const reach = distances.at(-1) ?? 0;
  const order = Array.from(x.keys()).sort((a, b) => (x[a] as number) - (x[b] as number));
  const first: number[] = [];
  const second: number[] = [];
  const band: number[] = [];
  for (const [at, i] of order.entries()) {
    for (let k = at + 1; k < order.length; k++) {
      const j = order[k] as number;
      const dx = (x[j] as number) - (x[i] as number);
      if (dx > reach) break;
      const distance = Math.hypot(dx, (y[j] as number) - (y[i] as number));
      const found = distances.findIndex((upper) => distance <= upper);
      if (found < 0) continue;
      first.push(i);
      second.push(j);
      band.push(found);
    }
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second), band: Uint16Array.from(band) };
}

function count(
  { first, second, band }: Pairs,
  day: Float64Array,
  days: readonly number[],
  into: Float64Array,
): void {
  into.fill(0);
  const bands = days.length;
  const ends = Float64Array.from(days);
  for (let k = 0; k < first.length; k++) {
    const apart = Math.abs((day[first[k] as number] as number) - (day[second[k] as number] as number));
    for (let b = 0; b < bands; b++) {
      if (apart > (ends[b] as number)) continue;
      const c = (band[k] as number) * bands + b;
      into[c] = (into[c] as number) + 1;
      break;
    }
  }
}
