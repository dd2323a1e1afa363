import { addDays, addMonths, startOfMonth, type IsoDate } from '../foundation/iso-date.ts';
import type { Direction, Measure, Observation } from '../measures/index.ts';
import { compareWithYearBefore, normalTwoSided, rateRatio } from '../statistics/index.ts';
import { attempt } from './attempt.ts';
import type { Cadence } from './cadence.ts';
import type { JudgedRun } from './judged-run.ts';
import type { MonthlySeries } from './monthly-series.ts';
import { comparableCounts } from './comparable-counts.ts';

/** `higher` and `lower` only when chance is an unlikely reason; `unknown` when that cannot be told, and `why` says why. */
export type ChangeVerdict = 'higher' | 'lower' | 'similar' | 'unknown';

/** The latest figure against the same period a year before. */
export interface MeasuredChange {
  readonly verdict: ChangeVerdict;
  /** A fraction of the level before (0.04 is 4 % more), or with `points` a difference of shares (0.04 is 4 points). */
  readonly amount: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly as: 'fraction' | 'points';
  /** What was set against what, as the end of a sentence: "last three months on the same months a year before". */
  readonly basis: string;
  readonly why: string | null;
}

const LAST_MONTHS = 3;
const Z = 1.959964;

/** The change of a run of any cadence on a year before. */
export function measuredChange(
  measure: Measure,
  cadence: Cadence,
  run: JudgedRun,
  monthly: MonthlySeries | null,
): MeasuredChange {
  if (cadence === 'month') return ofMonths(measure, run, monthly);
  const [latest, before] = yearApart(run.observations);
  const basis =
    cadence === 'quarter'
      ? 'latest quarter on the same quarter a year before'
      : 'latest year on the year before';
  if (!latest || !before) return unknown(measure, basis, noYearBefore(run));
  return measure.kind === 'proportion'
    ? ofShares(latest, before, basis)
    : ofCounts(measure, latest, before, basis);
}

/** Whether a change is for the better, for the worse, or neither. */
export function changeTone(
  verdict: ChangeVerdict,
  direction: Direction,
): 'improvement' | 'concern' | 'neutral' | 'none' {
  if (verdict === 'unknown' || verdict === 'similar') return 'none';
  if (direction === 'neither') return 'neutral';
  return verdict === direction ? 'improvement' : 'concern';
}

function ofMonths(measure: Measure, run: JudgedRun, monthly: MonthlySeries | null): MeasuredChange {
  const basis = 'last three months on the same months a year before';
  const found =
    monthly && attempt(() => compareWithYearBefore(comparableCounts(monthly.values), LAST_MONTHS));
  if (!monthly || !found || found.ratio === null) return unknown(measure, basis, noYearBefore(run));
  const points = measure.kind === 'proportion';
  // A share's change is said in points: its ratio times the level that it is a ratio to.
  const level = points ? meanYearBefore(monthly.values) : 1;
  const scaled = (ratio: number | null): number | null => (ratio === null ? null : (ratio - 1) * level);
  return {
    verdict: found.verdict,
    amount: scaled(found.ratio),
    lower: scaled(found.lower),
    upper: scaled(found.upper),
    as: points ? 'points' : 'fraction',
    basis,
    why: null,
  };
}

function meanYearBefore(values: readonly (number | null)[]): number {
  const before = values.slice(-LAST_MONTHS - 12, -12).filter((value) => value !== null);
  return before.reduce((sum, value) => sum + value, 0) / Math.max(1, before.length);
}

/** Two shares, each with the margin that its interval gives. */
function ofShares(latest: Observation, before: Observation, basis: string): MeasuredChange {
  const amount = (latest.value ?? 0) - (before.value ?? 0);
  const error = Math.hypot(standardError(latest), standardError(before));
  const known = error > 0;
  const significant = known && normalTwoSided(amount / error) < 0.05;
  return {
    verdict: !known ? 'unknown' : !significant ? 'similar' : amount > 0 ? 'higher' : 'lower',
    amount,
    lower: known ? amount - Z * error : null,
    upper: known ? amount + Z * error : null,
    as: 'points',
    basis,
    why: known ? null : 'No margin is known for these figures.',
  };
}

/**
 * Two yearly (or quarterly) counts. Chance in the counts is all that two figures can show: within it nothing is said to
 * have changed, and beyond it the verdict stays open, because years also differ for reasons that are not chance.
 */
function ofCounts(measure: Measure, latest: Observation, before: Observation, basis: string): MeasuredChange {
  const found = attempt(() => rateRatio(countOf(measure, latest), countOf(measure, before)));
  if (!found || found.ratio === null || found.upper === null)
    return unknown(measure, basis, 'There were no events in one of the two.');
  const within = found.lower <= 1 && 1 <= found.upper;
  return {
    verdict: within ? 'similar' : 'unknown',
    amount: found.ratio - 1,
    lower: found.lower - 1,
    upper: found.upper - 1,
    as: 'fraction',
    basis,
    why: within
      ? null
      : 'More than chance in the counts, but yearly figures do not show how much years differ by themselves.',
  };
}

function countOf({ per }: Measure, { numerator, denominator, value }: Observation) {
  return numerator !== null && denominator !== null
    ? { events: numerator, exposure: denominator / per }
    : { events: Math.round(numerator ?? value ?? 0), exposure: 1 };
}

function unknown({ kind }: Measure, basis: string, why: string): MeasuredChange {
  return {
    verdict: 'unknown',
    amount: null,
    lower: null,
    upper: null,
    as: kind === 'proportion' ? 'points' : 'fraction',
    basis,
    why,
  };
}

function noYearBefore({ since }: JudgedRun): string {
  return since === null
    ? 'The same period a year before is not held.'
    : `The series breaks at ${since.date.slice(0, 7)}, so there is no year before to compare with.`;
}

/** The latest figure and the one whose period ends a year earlier. */
function yearApart(observations: readonly Observation[]): [Observation?, Observation?] {
  const latest = observations.findLast(({ value }) => value !== null);
  if (!latest) return [];
  const wanted = addDays(addMonths(startOfMonth(addDays(latest.to as IsoDate, 1)), -12), -1);
  const before = observations.find(({ to, value }) => to === wanted && value !== null);
  return before ? [latest, before] : [latest];
}

/** Half of the interval over 1.96. */
function standardError({ lower, upper }: Observation): number {
  return lower === null || upper === null ? 0 : (upper - lower) / (2 * Z);
}
