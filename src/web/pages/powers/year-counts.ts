import { addDays, addMonths, monthsBetween, type IsoDate } from '../../../foundation/iso-date.ts';
import type { Observation } from '../../../measures/index.ts';

/** Counts of the latest year of a series, by area and group. */
export interface YearCounts {
  readonly from: string;
  readonly to: string;
  /** Months of the twelve that are held; 12 for a yearly figure. */
  readonly months: number;
  readonly rows: readonly CountRow[];
}

export interface CountRow {
  readonly area: string;
  readonly group: string | null;
  /** Events: the numerator of a share, the value of a count. */
  readonly events: number;
  /** What they are a share of; null for a count. */
  readonly of: number | null;
}

/**
 * The latest twelve months that any series has a value for (the latest year, where figures are yearly), added up. A month in
 * which a group does not occur adds nothing; a month that nobody published is not made up: `months` says how many there are.
 */
export function yearCounts(observations: readonly Observation[]): YearCounts | null {
  const known = observations.filter(({ value, numerator }) => value !== null || numerator !== null);
  const last = known.reduce<Observation | null>((a, b) => (a === null || b.to > a.to ? b : a), null);
  if (last === null) return null;
  const end = addDays(last.to as IsoDate, 1);
  const long = monthsBetween(last.from as IsoDate, end) >= 12;
  const from = long ? last.from : addMonths(end, -12);
  const inside = known.filter((each) => each.from >= from && each.to <= last.to);
  const series = Map.groupBy(inside, ({ area, group }) => `${area}\u0000${group ?? ''}`);
  return {
    from,
    to: last.to,
    months: long ? 12 : new Set(inside.map((each) => each.from)).size,
    rows: [...series.values()].flatMap((own) => {
      const [first] = own;
      return first === undefined ? [] : [addUp(first, own)];
    }),
  };
}

/** The same twelve months a year earlier; null where not every one of them is held. */
export function yearBefore(observations: readonly Observation[], year: YearCounts): YearCounts | null {
  const to = addDays(addMonths(addDays(year.to as IsoDate, 1), -12), -1);
  const before = yearCounts(observations.filter((each) => each.to <= to));
  return before?.to === to && before.months === 12 && year.months === 12 ? before : null;
}

function addUp({ area, group }: Observation, own: readonly Observation[]): CountRow {
  const sum = (of: (each: Observation) => number | null): number =>
    own.reduce((total, each) => total + (of(each) ?? 0), 0);
  const shares = own.some(({ denominator }) => denominator !== null);
  return {
    area,
    group: group ?? null,
    events: sum((each) => each.numerator ?? each.value),
    of: shares ? sum(({ denominator }) => denominator) : null,
  };
}
