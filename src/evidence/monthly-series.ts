import { addDays, addMonths, startOfMonth, type IsoDate } from '../foundation/iso-date.ts';
import type { Measure, Observation } from '../measures/index.ts';

/** What both kinds of trend work on: one area's monthly values, latest last, gaps as null. */
export interface MonthlySeries {
  readonly measure: Measure;
  readonly area: string;
  readonly observations: readonly Observation[];
  readonly values: readonly (number | null)[];
  /** First month, and the month of each value after it. */
  readonly first: IsoDate;
}

/** Puts observations on an unbroken run of months, with null where one is missing. */
export function monthlySeries(
  measure: Measure,
  area: string,
  observations: readonly Observation[],
): MonthlySeries | null {
  const known = observations.filter((each) => each.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  const byMonth = new Map(known.map((each) => [each.from, each]));
  const values: (number | null)[] = [];
  for (let month = startOfMonth(first.from as IsoDate); month <= last.from; month = addMonths(month, 1))
    values.push(byMonth.get(month)?.value ?? null);
  return { measure, area, observations: known, values, first: startOfMonth(first.from as IsoDate) };
}

/** The month of a value. */
export function monthAt({ first }: MonthlySeries, index: number): IsoDate {
  return addMonths(first, index);
}

/** Last day of the month of a value. */
export function lastDayAt(series: MonthlySeries, index: number): IsoDate {
  return addDays(addMonths(series.first, index + 1), -1);
}
