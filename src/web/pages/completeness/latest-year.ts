import { addDays, addMonths, monthsBetween, type IsoDate } from '../../../foundation/iso-date.ts';
import { STATUSES, type FieldCompleteness, type Status } from '../../../measures/index.ts';

/** What became of a field in the latest year of a set of records. */
export interface FieldYear {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly records: number;
  /** Share of the records with each status; together they are 1. */
  readonly shares: Readonly<Record<Status, number>>;
  /** Share in which the field says nothing: neither recorded nor conflicting. */
  readonly notRecorded: number;
}

/** First and last day of the latest twelve months that any field has records of (of the latest year, for yearly tables). */
export function latestYear(fields: readonly FieldCompleteness[]): { from: IsoDate; to: IsoDate } | null {
  const last = fields
    .flatMap(({ periods }) => periods)
    .reduce<{ from: IsoDate; to: IsoDate } | null>((a, b) => (a === null || b.to > a.to ? b : a), null);
  if (last === null) return null;
  const end = addDays(last.to, 1);
  const from = monthsBetween(last.from, end) >= 12 ? last.from : addMonths(end, -12);
  return { from, to: last.to };
}

/** The shares of each status over a span of days; null where no records fall within it. */
export function overSpan(
  { id, title, measure, periods }: FieldCompleteness,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): FieldYear | null {
  const own = periods.filter((period) => period.from >= from && period.to <= to);
  const records = own.reduce((sum, period) => sum + period.records, 0);
  if (records === 0) return null;
  const share = (status: Status): number =>
    own.reduce((sum, { counts }) => sum + counts[status], 0) / records;
  const shares = Object.fromEntries(STATUSES.map((status) => [status, share(status)])) as Record<
    Status,
    number
  >;
  // Summed from the parts that say nothing: what is left over from 1 would carry a rounding remainder.
  const notRecorded = shares['not-stated'] + shares.refused + shares.unknown + shares.missing;
  return { id, title, measure, records, shares, notRecorded };
}

/** How many of the twelve months hold records: fewer than all is worth saying. */
export function monthsHeld(
  fields: readonly FieldCompleteness[],
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): number {
  return new Set(
    fields.flatMap(({ periods }) =>
      periods.filter((each) => each.from >= from && each.to <= to).map((each) => each.from),
    ),
  ).size;
}
