import { addDays, addMonths, endOfMonth, firstOfMonth, type IsoDate } from '../../foundation/iso-date.ts';

/** Days that a figure covers, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "… year ending March 2022" → the twelve months that end with that month; null where a text names no year, or several. */
export function yearEnding(text: string): Period | null {
  const found = [...text.matchAll(/year ending ([A-Za-z]+) (\d{4})/g)];
  const [only] = found;
  if (!only || found.length > 1) return null;
  const last = monthOf(only[1], only[2]);
  return last === null ? null : { from: addMonths(last, -11), to: endOfMonth(last) };
}

/** "Apr 2020 to Mar 2021" anywhere in a heading → its days; null for a heading that names no such span, or compares two. */
export function spanOf(heading: string): Period | null {
  const found = [...heading.matchAll(/([A-Za-z]{3})[a-z]* (\d{4}) to ([A-Za-z]{3})[a-z]* (\d{4})/g)];
  const [only] = found;
  if (!only || found.length > 1) return null;
  const first = monthOf(only[1], only[2]);
  const last = monthOf(only[3], only[4]);
  return first === null || last === null || last < first ? null : { from: first, to: endOfMonth(last) };
}

/** The day of a mid-year population estimate: 30 June. */
export function midYear(heading: string): Period | null {
  const year = /mid-(\d{4})/i.exec(heading)?.[1];
  if (year === undefined) return null;
  const day = addDays(firstOfMonth(Number(year), 7), -1);
  return { from: day, to: day };
}

function monthOf(name: string | undefined, year: string | undefined): IsoDate | null {
  const number = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? null : firstOfMonth(Number(year), number);
}
