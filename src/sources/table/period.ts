import { addDays, addMonths, endOfMonth, firstOfMonth, type IsoDate } from '../../foundation/iso-date.ts';
import { RowFault } from './row-fault.ts';

/** Days that a figure covers, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The twelve months from April: `2006/07`, `2006-07`, `2006/2007`, `06/07`; null for any other text. */
export function financialYear(text: string): Period | null {
  const [, first = '', second = ''] = /^(\d{4}|\d{2})\s*[/-]\s*(\d{4}|\d{2})$/.exec(text.trim()) ?? [];
  if (first === '') return null;
  const year = first.length === 4 ? Number(first) : Number(first) + (Number(first) >= 50 ? 1900 : 2000);
  if ((year + 1) % 100 !== Number(second) % 100) return null;
  return yearFrom(firstOfMonth(year, 4));
}

/** The days of a calendar year; null for text that is none. A spreadsheet may have made it `2012.0`. */
export function calendarYear(text: string): Period | null {
  const year = /^((?:18|19|20)\d{2})(?:\.0+)?$/.exec(text.trim())?.[1];
  return year === undefined ? null : yearFrom(firstOfMonth(Number(year), 1));
}

/** The twelve months that end with a day's month. */
export function yearTo(day: IsoDate): Period {
  const last = `${day.slice(0, 7)}-01` as IsoDate;
  return { from: addMonths(last, -11), to: endOfMonth(last) };
}

/** A single day, for what is counted and not what happens: staff in post, people living. */
export function onDay(day: IsoDate): Period {
  return { from: day, to: day };
}

export function wholeMonth(first: IsoDate): Period {
  return { from: first, to: endOfMonth(first) };
}

/** Months in the name of a file: `april2018-march2019`, `january-december2016`, `jan-mar-2017`; null where it names no span. */
export function monthsInName(name: string): Period | null {
  const found = /([a-z]{3,9})[ _-]?(\d{4})?\s*(?:-|to|_)\s*([a-z]{3,9})[ _-]?(\d{4})/i.exec(name);
  const first = monthNumber(found?.[1]);
  const last = monthNumber(found?.[3]);
  const end = Number(found?.[4]);
  if (first === null || last === null) return null;
  const start = Number(found?.[2] ?? end);
  const from = firstOfMonth(start, first);
  const to = endOfMonth(firstOfMonth(end, last));
  return from < to ? { from, to } : null;
}

/** The first day of `2004 Q1`; null for other text. */
export function quarter(text: string): Period | null {
  const [, year, number] = /^(\d{4})\s*Q([1-4])$/i.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const from = firstOfMonth(Number(year), Number(number) * 3 - 2);
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** A year in any published form: financial, calendar, or the day on which it ends. */
export function year(text: string, column: string): Period {
  const found = financialYear(text) ?? calendarYear(text);
  if (found) return found;
  throw new RowFault(column, `"${text}" is not a year`);
}

function yearFrom(from: IsoDate): Period {
  return { from, to: addDays(addMonths(from, 12), -1) };
}

function monthNumber(name: string | undefined): number | null {
  const number = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? null : number;
}
