import { falseDiscoveryControl } from '../benjamini-hochberg.ts';
import {
  requireEventsOfTrials,
  requireExactSize,
  requireLevel,
  requireNotNegative,
  requirePositive,
} from '../check-input.ts';
import { betaAbove, betaProbability } from '../distributions/beta.ts';
import { gammaAbove, gammaProbability } from '../distributions/gamma.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { StatisticsError } from '../statistics-error.ts';
import { addedLimits, exactLimits, multipliedLimits, type FunnelLimits } from './funnel-limits.ts';
import { funnelScore, funnelTarget, type FunnelData, type FunnelUnit } from './funnel-scores.ts';
import { overdispersion } from './overdispersion.ts';

export interface FunnelOptions {
  readonly data?: FunnelData;
  /** Levels of the limits, such as 0.95 and 0.998. */
  readonly levels?: readonly number[];
  readonly overdispersion?: 'none' | 'additive' | 'multiplicative';
  /** Share of false discoveries allowed among the units called significant. */
  readonly fdr?: number;
  /** Part of the scores at either end that is kept from inflating the over-dispersion. */
  readonly trim?: number;
}

export interface FunnelUnitResult {
  readonly value: number;
  /** Distance from the target in standard deviations, over-dispersion allowed for where asked. */
  readonly z: number;
  readonly limits: readonly FunnelLimits[];
  /** Beyond the widest limits. */
  readonly outside: boolean;
  /** The highest level whose limits the unit lies beyond; null inside all. */
  readonly outsideLevel: number | null;
  readonly p: number;
  readonly fdrSignificant: boolean;
}

export interface Funnel {
  readonly target: number;
  readonly phi: number;
  readonly tau2: number;
  readonly units: readonly FunnelUnitResult[];
}

/**
 * A funnel plot's numbers: each unit against the limits that chance, and if asked the ordinary difference between
 * units, allows for its size. See `exactLimits`, `overdispersion` and `falseDiscoveryControl` for the parts. Without
 * over-dispersion p-values are exact (twice the smaller tail); with it they are normal.
 *
 * @throws StatisticsError for fewer than two units, negative counts or a denominator of 0
 */
export function funnel(units: readonly FunnelUnit[], options: FunnelOptions = {}): Funnel {
  const {
    data = 'ratio',
    levels = [0.95, 0.998],
    overdispersion: kind = 'none',
    fdr = 0.05,
    trim = 0.1,
  } = options;
  check(units, data, levels, trim);
  const target = funnelTarget(units, data);
  if (kind !== 'additive') {
    for (const { numerator, denominator } of units) {
      requireExactSize(numerator, 'the numerator');
      requireExactSize(data === 'proportion' ? denominator : denominator * target, 'the expected count');
    }
  }
  const scores = units.map((unit) => funnelScore(unit, data, target));
  const { phi, tau2 } = overdispersion(scores, data, trim);
  const limitsOf = (denominator: number, level: number) => {
    if (kind === 'additive') return addedLimits(denominator, target, data, level, tau2);
    if (kind === 'multiplicative') return multipliedLimits(denominator, target, data, level, phi);
    return exactLimits(denominator, target, data, level);
  };
  const judged = units.map((unit, index) => {
    const { distance, deviation } = scores[index] ?? { distance: 0, deviation: 1 };
    const widened =
      kind === 'additive'
        ? Math.sqrt(deviation ** 2 + tau2)
        : deviation * Math.sqrt(kind === 'none' ? 1 : Math.max(1, phi));
    const z = distance / widened;
    const value = unit.numerator / unit.denominator;
    const limits = levels.map((level) => limitsOf(unit.denominator, level));
    const beyond = limits
      .filter(({ lower, upper }) => value < lower || value > upper)
      .map(({ level }) => level);
    const outsideLevel = beyond.length === 0 ? null : Math.max(...beyond);
    const p = kind === 'none' ? exactP(unit, target, data) : normalTwoSided(z);
    return { value, z, limits, outside: outsideLevel === Math.max(...levels), outsideLevel, p };
  });
  const significant = falseDiscoveryControl(
    judged.map(({ p }) => p),
    fdr,
  );
  return {
    target,
    phi,
    tau2,
    units: judged.map((unit, i) => Object.assign(unit, { fdrSignificant: significant[i] ?? false })),
  };
}

function exactP({ numerator: a, denominator: n }: FunnelUnit, target: number, data: FunnelData): number {
  let [low, high] = [1, 1];
  if (data === 'proportion') {
    low = a >= n ? 1 : betaAbove(target, a + 1, n - a);
    high = a <= 0 ? 1 : betaProbability(target, a, n - a + 1);
  } else {
    low = gammaAbove(n * target, a + 1);
    high = a <= 0 ? 1 : gammaProbability(n * target, a);
  }
  return Math.min(1, 2 * Math.min(low, high));
}

function check(
  units: readonly FunnelUnit[],
  data: FunnelData,
  levels: readonly number[],
  trim: number,
): void {
  if (units.length < 2)
    throw new StatisticsError('one-group', 'A funnel needs two units or more.', 'Give all units to compare.');
  if (levels.length === 0) throw new StatisticsError('bad-level', 'There is no level.', 'Give 0.95,0.998.');
  for (const level of levels) requireLevel(level);
  if (!(trim >= 0 && trim < 0.5)) {
    throw new StatisticsError('bad-option', `Cannot trim ${trim} at either end.`, 'Give 0.1, or 0 for none.');
  }
  for (const { numerator, denominator } of units) {
    if (data === 'proportion') requireEventsOfTrials(numerator, denominator);
    requireNotNegative(numerator, 'the numerator');
    requirePositive(denominator, 'the denominator');
  }
}
