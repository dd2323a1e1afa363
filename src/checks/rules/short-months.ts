import { monthsBetween, type IsoDate } from '../../foundation/iso-date.ts';
import { normalTwoSided } from '../../statistics/index.ts';
import type { MonthlyCounts } from './monthly-counts.ts';

/** What makes a month suspiciously short. */
export interface ShortRule {
  /** It is below this share of the median of its neighbours … */
  readonly share: number;
  /** … and so far below it that chance and the series' own unrest are at most this likely a reason. */
  readonly chance: number;
}

/** A month of which probably only a part was published. */
export interface ShortMonth {
  readonly month: IsoDate;
  readonly count: number;
  /** Median of up to six neighbours, three on either side. */
  readonly usual: number;
  /** Probability of a count so low by chance and by the unrest of the series. */
  readonly chance: number;
  /** At an end of the series a fall, or a rise, cannot be told from a gap as surely as between higher months. */
  readonly end: 'first' | 'last' | null;
}

const REACH = 3;
/** The nearest months on both sides must be at least so many times as high: a gap has two sides, a fall has one. */
const EDGE = 2;
/** At an end of the series there is only one side to compare with, so much more is asked. */
const END_SHARE = 0.15;
/** A low month that is as low in most other years is the season. */
const SEASON = 0.6;

/**
 * Months that are a small part of the months around them and so look like a gap in publication, not a fall. Judged on the square
 * root scale, where counts vary evenly, with the over-dispersion that the series shows about its own running median: small counts
 * and restless series never trip it, nor does a lasting fall, nor a season. A long gap (several short months) is found by its edges.
 */
export function shortMonths(series: MonthlyCounts, rule: ShortRule): ShortMonth[] {
  const usual = series.map((_, index) => usualAt(series, index));
  const unrest = dispersion(series, usual);
  return series.flatMap(({ month, count }, index) => {
    const level = usual[index] ?? null;
    if (level === null || level <= 0 || count >= rule.share * level) return [];
    const [before, after] = [beside(series, index, -1), beside(series, index, 1)];
    const end = index === 0 ? 'first' : index === series.length - 1 ? 'last' : null;
    if ((before === null && end !== 'first') || (after === null && end !== 'last')) return [];
    if (count * EDGE > Math.min(before ?? Number.POSITIVE_INFINITY, after ?? Number.POSITIVE_INFINITY))
      return [];
    if (end !== null && count >= END_SHARE * level) return [];
    const z = (2 * (Math.sqrt(count + 3 / 8) - Math.sqrt(level + 3 / 8))) / Math.sqrt(unrest);
    const chance = Math.max(z < 0 ? normalTwoSided(z) / 2 : 1, poissonAtMost(count, level));
    if (chance > rule.chance || isSeason(series, usual, index)) return [];
    return [{ month, count, usual: level, chance, end }];
  });
}

/** The median of the neighbours; null where fewer than three are near. */
function usualAt(series: MonthlyCounts, index: number): number | null {
  const here = series[index]?.month;
  if (here === undefined) return null;
  const near = [-3, -2, -1, 1, 2, 3].flatMap((step) => {
    const other = series[index + step];
    return other && Math.abs(monthsBetween(here, other.month)) <= REACH + 1 ? [other.count] : [];
  });
  return near.length < REACH ? null : median(near);
}

/** The count of the next month on one side, where it is near. */
function beside(series: MonthlyCounts, index: number, step: 1 | -1): number | null {
  const [here, other] = [series[index], series[index + step]];
  if (!here || !other || Math.abs(monthsBetween(here.month, other.month)) > 2) return null;
  return other.count;
}

/** How much more the counts vary about their running median than Poisson counts would; at least 1. Robust: by the median of deviations. */
function dispersion(series: MonthlyCounts, usual: readonly (number | null)[]): number {
  const deviations = series.flatMap(({ count }, index) => {
    const level = usual[index];
    return level === null || level === undefined ? [] : [Math.abs(2 * (Math.sqrt(count) - Math.sqrt(level)))];
  });
  return deviations.length === 0 ? 1 : Math.max(1, (1.4826 * median(deviations)) ** 2);
}

/** Probability of at most so many events where so many are expected; 0 beyond a level at which the normal approximation serves. */
function poissonAtMost(count: number, level: number): number {
  if (level > 200) return 0;
  let [term, sum] = [Math.exp(-level), 0];
  for (let events = 0; events <= count; events++) {
    sum += term;
    term *= level / (events + 1);
  }
  return Math.min(1, sum);
}

function isSeason(series: MonthlyCounts, usual: readonly (number | null)[], index: number): boolean {
  const calendar = series[index]?.month.slice(5, 7);
  const ratios = series.flatMap(({ month, count }, at) => {
    const level = usual[at];
    return at !== index && month.slice(5, 7) === calendar && level ? [count / level] : [];
  });
  return ratios.length >= 2 && median(ratios) < SEASON;
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  const [low, high] = [ordered[Math.ceil(ordered.length / 2) - 1] ?? 0, ordered[middle] ?? 0];
  return (low + high) / 2;
}
