import { MONTH_NAMES } from '../../foundation/month-names.ts';
import { addMonths, parts } from '../../foundation/iso-date.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';

/**
 * How far apart the points of a series are. A `rolling-12` period is dated by the first day of its last month. A
 * `rolling-12-quarterly` one (a survey's year, published each quarter) is dated by the first day of its last quarter.
 */
export type Every = 'month' | 'quarter' | 'year' | 'rolling-12' | 'rolling-12-quarterly';

const LENGTH: Readonly<Record<Every, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  'rolling-12': 1,
  'rolling-12-quarterly': 3,
};

/** Months from one point to the next. */
export function monthsApart(every: Every): number {
  return LENGTH[every];
}

/** The plural word for the periods of a series: "months", "quarters". */
export function periodsWord(every: Every, count = 2): string {
  const word = every === 'rolling-12' ? 'month' : every === 'rolling-12-quarterly' ? 'quarter' : every;
  return count === 1 ? word : `${word}s`;
}

/** "July 2023", "April to June 2023", "2023", "year to March 2024", "year to July 2023". */
export function periodName(date: IsoDate, every: Every): string {
  return name(date, every, monthName);
}

/** The same, short enough for a label: "Jul 2023", "Apr–Jun 2023", "year to Mar 2024". */
export function shortPeriodName(date: IsoDate, every: Every): string {
  return name(date, every, shortMonthName);
}

/** "31 August 2023". */
export function dateName(date: IsoDate): string {
  const [year, , day] = parts(date);
  return `${day} ${monthName(date)} ${year}`;
}

export function monthName(date: IsoDate): string {
  return MONTH_NAMES[parts(date)[1] - 1] ?? '';
}

export function shortMonthName(date: IsoDate): string {
  return monthName(date).slice(0, 3);
}

function name(date: IsoDate, every: Every, month: (date: IsoDate) => string): string {
  const [year, startMonth] = parts(date);
  if (every === 'quarter') return quarterName(date, month);
  if (every === 'rolling-12') return `year to ${month(date)} ${year}`;
  if (every === 'rolling-12-quarterly') return name(addMonths(date, 2), 'rolling-12', month);
  if (every === 'month') return `${month(date)} ${year}`;
  if (startMonth === 1) return String(year);
  const last = addMonths(date, 11);
  return `year to ${month(last)} ${parts(last)[0]}`;
}

function quarterName(date: IsoDate, month: (date: IsoDate) => string): string {
  const last = addMonths(date, 2);
  const [[year], [lastYear]] = [parts(date), parts(last)];
  if (lastYear !== year) return `${month(date)} ${year} to ${month(last)} ${lastYear}`;
  return `${month(date)}${month === monthName ? ' to ' : '–'}${month(last)} ${year}`;
}
