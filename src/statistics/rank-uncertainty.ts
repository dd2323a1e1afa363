import { requireFinite, requireLevel, requireNotNegative } from './check-input.ts';
import { twoSidedMultiplier } from './distributions/normal.ts';
import { seededRandom } from './random.ts';
import { StatisticsError } from './statistics-error.ts';

/** An estimate for one unit (a borough, a force) with its standard error, both in the same unit. */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
}

export interface RankOptions {
  /** Level of each rank's interval. */
  readonly level?: number;
  /** How many of the lowest units to ask about: the chance of being among the lowest `k`. */
  readonly lowest?: number;
  readonly draws?: number;
  readonly seed?: number;
}

/** Where one unit stands. Rank 1 is the lowest estimate; equal estimates share the middle of their ranks. */
export interface UnitRank {
  readonly rank: number;
  /** Ranks that hold the unit's true rank with the level asked for, by simulation. */
  readonly lower: number;
  readonly upper: number;
  /** Ranks that are left when every pair is compared and only clear differences count; holds for all units at once. */
  readonly surelyFrom: number;
  readonly surelyTo: number;
  /** Chance that the unit is truly among the lowest `lowest`. */
  readonly chanceLowest: number;
}

/**
 * How far the ranks of estimates can be trusted. Two answers are given, because they differ:
 *
 * - by simulation: every unit's true value is drawn from a normal around its estimate, the units are ranked, and the
 *   middle `level` of the ranks is kept (Goldstein & Spiegelhalter 1996). Reads as "the true rank probably lies here".
 * - by pairs: a unit ranks surely above those whose difference from it excludes 0, with Bonferroni's allowance for all
 *   of its pairs and all units (Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies, without their
 *   bootstrap). Wider, and right for all units at once with `level`.
 *
 * The same seed gives the same answer. `lowest` defaults to 1.
 *
 * @throws StatisticsError for fewer than two units, or numbers that are not finite
 */
export function rankUncertainty(units: readonly Estimate[], options: RankOptions = {}): UnitRank[] {
  const { level = 0.95, lowest = 1, draws = 4000, seed = 1 } = options;
  requireLevel(level);
  if (units.length < 2) {
    throw new StatisticsError(
      'one-group',
      'A rank needs two units or more.',
      'Give the estimates of all units to rank.',
    );
  }
  if (!(Number.isInteger(lowest) && lowest >= 1 && lowest <= units.length)) {
    throw new StatisticsError(
      'bad-option',
      `Cannot ask for the lowest ${lowest} of ${units.length}.`,
      'Ask for 1 or more of them.',
    );
  }
  if (!(Number.isInteger(draws) && draws >= 100)) {
    throw new StatisticsError('bad-option', `${draws} draws are too few.`, 'Use 100 draws or more.');
  }
  for (const [index, unit] of units.entries()) {
    requireFinite(unit.estimate, `estimate ${index + 1}`);
    requireNotNegative(unit.standardError, `standard error ${index + 1}`);
  }
  const counts = simulateRanks(units, draws, seed);
  return units.map((unit, index) => {
    const row = counts.subarray(index * units.length, (index + 1) * units.length);
    return {
      rank: middleRank(units, unit.estimate),
      ...middleOf(row, draws, level),
      ...sureRanks(units, unit, level),
      chanceLowest: row.subarray(0, lowest).reduce((sum, count) => sum + count, 0) / draws,
    };
  });
}

/** How often each unit took each rank: row = unit, column = rank − 1. Ties (both standard errors 0) fall by lot. */
function simulateRanks(units: readonly Estimate[], draws: number, seed: number): Uint32Array {
  const n = units.length;
  const random = seededRandom(seed);
  const counts = new Uint32Array(n * n);
  const values = new Float64Array(n);
  const ties = new Float64Array(n);
  const order = Array.from({ length: n }, (_, index) => index);
  for (let draw = 0; draw < draws; draw++) {
    for (const [index, unit] of units.entries()) {
      values[index] = unit.estimate + unit.standardError * random.normal();
      ties[index] = random.uniform();
    }
    order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || (ties[a] ?? 0) - (ties[b] ?? 0));
    for (const [rank, unit] of order.entries()) counts[unit * n + rank] = (counts[unit * n + rank] ?? 0) + 1;
  }
  return counts;
}

function middleRank(units: readonly Estimate[], value: number): number {
  const below = units.filter((unit) => unit.estimate < value).length;
  const equal = units.filter((unit) => unit.estimate === value).length;
  return below + (equal + 1) / 2;
}

function middleOf(row: Uint32Array, draws: number, level: number): { lower: number; upper: number } {
  const tail = ((1 - level) / 2) * draws;
  let below = 0;
  let lower = 1;
  while (below + (row[lower - 1] ?? 0) <= tail) below += row[lower++ - 1] ?? 0;
  let above = 0;
  let upper = row.length;
  while (above + (row[upper - 1] ?? 0) <= tail) above += row[upper-- - 1] ?? 0;
  return { lower, upper };
}

function sureRanks(
  units: readonly Estimate[],
  unit: Estimate,
  level: number,
): { surelyFrom: number; surelyTo: number } {
  const comparisons = units.length * (units.length - 1);
  const multiplier = twoSidedMultiplier(1 - (1 - level) / comparisons);
  let clearlyBelow = 0;
  let clearlyAbove = 0;
  for (const other of units) {
    const reach = multiplier * Math.hypot(unit.standardError, other.standardError);
    if (other.estimate < unit.estimate - reach) clearlyBelow++;
    if (other.estimate > unit.estimate + reach) clearlyAbove++;
  }
  return { surelyFrom: clearlyBelow + 1, surelyTo: units.length - clearlyAbove };
}
