import type { IsoDate } from '../foundation/iso-date.ts';
import {
  addDays,
  addMonths,
  firstOfMonth,
  monthsBetween,
  parts,
  startOfMonth,
} from '../foundation/iso-date.ts';

/** How time is cut. A year begins with a stated month; rolling-12 gives twelve months ending with each month. */
export const EVERY = ['month', 'quarter', 'year', 'rolling-12'] as const;
export type Every = (typeof EVERY)[number];

/** A span of whole months, with the label that readers know it by. `to` is its last day. */
export interface Period {
  readonly label: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly months: number;
}

/**
 * All periods of a kind that a run of months touches (first days, both included). The first and the last may reach beyond
 * it, so that a year still under way is shown as such; rolling years lie wholly inside.
 */
export function periodsBetween(every: Every, first: IsoDate, last: IsoDate, yearStarts: number): Period[] {
  const length = monthsOf(every);
  const step = every === 'rolling-12' ? 1 : length;
  const periods: Period[] = [];
  for (
    let from = alignedStart(every, first, yearStarts);
    (every === 'rolling-12' ? addMonths(from, length - 1) : from) <= last;
    from = addMonths(from, step)
  ) {
    periods.push(periodOf(from, length));
  }
  return periods;
}

/** How many months a period of a kind has. */
export function monthsOf(every: Every): number {
  return { month: 1, quarter: 3, year: 12, 'rolling-12': 12 }[every];
}

/** The period of some months that begins with a month. */
export function periodOf(from: IsoDate, months: number): Period {
  return { label: label(from, months), from, to: addDays(addMonths(from, months), -1), months };
}

/**
 * The span of days as a period, where it is whole months; a label with both days otherwise. `rolling` windows overlap, and
 * are named by their end even when one happens to be a calendar year.
 */
export function periodOfDays(from: IsoDate, to: IsoDate, rolling = false): Period {
  const months = monthsBetween(from, addDays(to, 1));
  const whole = startOfMonth(from) === from && addDays(addMonths(from, months), -1) === to;
  if (whole && rolling && months > 1)
    return { label: `${months} months to ${to.slice(0, 7)}`, from, to, months };
  return whole
    ? periodOf(from, months)
    : { label: from === to ? from : `${from} to ${to}`, from, to, months: Math.max(1, months) };
}

function label(from: IsoDate, months: number): string {
  const [year, month] = parts(from);
  if (months === 1) return from.slice(0, 7);
  if (months === 3 && month % 3 === 1) return `${year} Q${(month + 2) / 3}`;
  if (months === 12 && month === 1) return String(year);
  if (months === 12 && month === 4) return `${year}/${String(year + 1).slice(2)}`;
  return `${months} months to ${addMonths(from, months - 1).slice(0, 7)}`;
}

/** The start of the period of a kind that a month lies in. Quarters begin in January, April, July and October. */
function alignedStart(every: Every, first: IsoDate, yearStarts: number): IsoDate {
  if (every === 'month' || every === 'rolling-12') return startOfMonth(first);
  const [year, month] = parts(first);
  const length = monthsOf(every);
  const offset = every === 'year' ? yearStarts - 1 : 0;
  const past = (month - 1 - offset + 12) % length;
  return firstOfMonth(year, month - past);
}
