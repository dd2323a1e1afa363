import { addDays, addMonths, endOfMonth, firstOfMonth, type IsoDate } from '../../foundation/iso-date.ts';
import { RowFault } from './row-fault.ts';

/** Days that a figure covers, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The twelve months from April: `2006/07`, `2006-07`, `2006/2007`, `06/07`; null for any other text. */
export function financialYear(text: string): Period | null {
  const [, first = '', second = ''] = /^(\d{4}|\d{2})\s*[/-]\s*(\d{4}|\d{2})$/.exec(text.trim()) ?? [];
  if (first === '') return null;
  const year = first.length === 4 ? Number(first) : Number(first) + (Number(first) >= 50 ? 1900 : 2000);
  if ((year + 1) % 100 !== Number(second) % 100 || year < 1000 || year >= 2200) return null;
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

/** 31 March of a year, the day on which forces count their staff. */
export function lastOfMarch(text: string, column: string): Period {
  if (!/^(18|19|20)\d{2}$/.test(text)) throw new RowFault(column, `"${text}" is not a year`);
  return onDay(addDays(firstOfMonth(Number(text), 4), -1));
}

export function wholeMonth(first: IsoDate): Period {
  return { from: first, to: endOfMonth(first) };
}

/**
 * The months that a text spans: `april2018-march2019`, `january-december2016`, "1 April 2017 to 31 March 2018", "January to March 2017", "year
 * ending March 2020"; null where it names no span.
 */
export function monthsIn(text: string): Period | null {
  for (const found of text.matchAll(
    /([a-z]{3,9})[\s_-]?(\d{4})?\s*(?:-|_|\bto\b)\s*(?:\d{1,2}\s+)?([a-z]{3,9})[\s_-]?(\d{4})/gi,
  )) {
    const [first, last] = [monthNumber(found[1]), monthNumber(found[3])];
    if (first === null || last === null) continue;
    const from = firstOfMonth(Number(found[2] ?? found[4]), first);
    const to = endOfMonth(firstOfMonth(Number(found[4]), last));
    if (from < to) return { from, to };
  }
  const ending = /year ending (?:\d{1,2} )?([a-z]{3,9}) (\d{4})/i.exec(text);
  const month = monthNumber(ending?.[1]);
  return month === null ? null : yearTo(firstOfMonth(Number(ending?.[2]), month));
}

/** The days of `2004 Q1`; null for other text. */
export function quarter(text: string): Period | null {
  const [, year, number] = /^(1\d{3}|2[01]\d{2})\s*Q([1-4])$/i.exec(text.trim()) ?? [];
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
  const text = (name ?? '').toLowerCase();
  const number = MONTHS.findIndex((month) => text === month.slice(0, 3) || text === month) + 1;
  return number === 0 ? null : number;
}
