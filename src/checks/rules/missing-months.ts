import { addMonths, monthsBetween, type IsoDate } from '../../foundation/iso-date.ts';

/** A run of months without anything; both ends included. */
export interface MonthRun {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly months: number;
}

/** Runs of months between the first and the last that are not there at all. */
export function missingMonths(months: readonly IsoDate[]): MonthRun[] {
  const held = [...new Set(months)].toSorted();
  return held.flatMap((month, index) => {
    const next = held[index + 1];
    const gap = next === undefined ? 0 : monthsBetween(month, next) - 1;
    return gap < 1 ? [] : [{ from: addMonths(month, 1), to: addMonths(month, gap), months: gap }];
  });
}
