import { monthsBetween, startOfMonth, type IsoDate } from '../foundation/iso-date.ts';
import { periodOfDays, type Observation } from '../measures/index.ts';

/** How a series runs: by month, quarter or year, or as years that overlap (a survey's rolling twelve months). */
export type Cadence = 'month' | 'quarter' | 'year' | 'rolling';

/** Observations of one length, oldest first, without a group, and how they follow one another. */
export interface Run {
  readonly cadence: Cadence;
  readonly observations: readonly Observation[];
}

const LENGTHS: Readonly<Record<number, Cadence>> = { 1: 'month', 3: 'quarter', 12: 'year' };

/**
 * The part of one area's observations that can be read as one series: a feed of cited figures may hold months and
 * years side by side. With `group`, the part of that group. The length that most of them have is kept, the shorter of two as common. Null without a figure.
 */
export function runOf(observations: readonly Observation[], group?: string): Run | null {
  const byLength = Map.groupBy(
    observations.filter((each) => each.group === group),
    (each) => periodOfDays(each.from as IsoDate, each.to as IsoDate).months,
  );
  const known = ([, own]: [number, Observation[]]): number =>
    own.filter(({ value }) => value !== null).length;
  const [best] = [...byLength]
    .filter(([months, own]) => months in LENGTHS && own.some(({ value }) => value !== null))
    .toSorted((a, b) => known(b) - known(a) || a[0] - b[0]);
  if (!best) return null;
  const [months, own] = best;
  const ordered = own.toSorted((a, b) => a.from.localeCompare(b.from));
  const cadence = months === 12 && overlaps(ordered) ? 'rolling' : (LENGTHS[months] ?? 'year');
  return { cadence, observations: ordered };
}

function overlaps(observations: readonly Observation[]): boolean {
  return observations.some((each, index) => {
    const next = observations[index + 1];
    return (
      next !== undefined &&
      monthsBetween(startOfMonth(each.from as IsoDate), startOfMonth(next.from as IsoDate)) < 12
    );
  });
}
