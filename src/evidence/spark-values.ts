import { addMonths, monthsBetween, startOfMonth, type IsoDate } from '../foundation/iso-date.ts';
import type { Run } from './cadence.ts';

/** Values at even steps, latest last, null where a period is missing. */
export interface SparkValues {
  /** First day of the last month of the first period. */
  readonly from: IsoDate;
  /** Months from one value to the next. */
  readonly step: 1 | 3 | 12;
  readonly values: readonly (number | null)[];
}

/** How many values a small line has room for: three years of months, or as many as there are of longer periods. */
const MOST = 36;

/** The latest values of a run, on even steps. */
export function sparkValues({ cadence, observations }: Run): SparkValues {
  const step = cadence === 'month' ? 1 : cadence === 'year' ? 12 : 3;
  const known = observations.filter(({ value }) => value !== null);
  const end = lastMonth(known.at(-1)?.to ?? '1970-01-01');
  const start = lastMonth(known[0]?.to ?? end);
  const count = Math.min(MOST, Math.floor(monthsBetween(start, end) / step) + 1);
  const byMonth = new Map(known.map(({ to, value }) => [lastMonth(to), value]));
  const months = Array.from({ length: count }, (_, index) => addMonths(end, (index - count + 1) * step));
  return { from: months[0] ?? end, step, values: months.map((month) => byMonth.get(month) ?? null) };
}

function lastMonth(date: string): IsoDate {
  return startOfMonth(date as IsoDate);
}
