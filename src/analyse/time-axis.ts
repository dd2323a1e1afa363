import { addDays, addMonths, parseIsoDate, parts, type IsoDate } from '../foundation/iso-date.ts';
import type { Table } from './table.ts';

/** Rows in order of time, with a place for every period that should be there. */
export interface TimeAxis {
  /** ISO date of each place; a period without a row has its date all the same. */
  readonly dates: readonly string[];
  /** Row of the table for each place; null where the period is missing. */
  readonly rows: readonly (number | null)[];
  /** What a step is. 'unknown' when the dates follow no regular step: then nothing is filled in. */
  readonly step: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'point' | 'unknown';
}

type Step = TimeAxis['step'];

/**
 * Reads the column `date` (2023-08-31, 2023-08, 2023-Q3, 2023, or a plain running number), puts the rows in order and
 * finds missing periods. Two rows of one date are an error.
 */
export function timeAxis(table: Table, role = 'date'): TimeAxis {
  const cells = table.text(role);
  const dates = cells.map((cell, row) => {
    const date = readDate(cell);
    if (date === null) {
      throw table.fault(
        row,
        `'${cell}' is not a date.`,
        'Write dates as 2023-08-31, 2023-08, 2023-Q3 or 2023.',
      );
    }
    return date;
  });
  const order = cells.map((_, row) => row).sort((a, b) => compare(dates[a] ?? '', dates[b] ?? ''));
  for (let i = 1; i < order.length; i++) {
    const [before, row] = [order[i - 1] ?? 0, order[i] ?? 0];
    if (dates[before] === dates[row]) {
      throw table.fault(
        row,
        `${cells[row] ?? ''} is there twice.`,
        'Give one row for each date, or split the table with --by.',
      );
    }
  }
  const sorted = order.map((row) => dates[row] ?? '');
  return fillIn(sorted, order);
}

function readDate(cell: string): string | null {
  const quarter = /^(\d{4})[- ]?Q([1-4])$/.exec(cell);
  if (quarter) return `${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  if (/^(1[5-9]|20|21)\d{2}$/.test(cell)) return `${cell}-01-01`;
  if (/^\d{1,7}$/.test(cell)) return `#${cell.padStart(7, '0')}`;
  return parseIsoDate(cell.slice(0, 10));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fillIn(dates: readonly string[], order: readonly number[]): TimeAxis {
  const shown = (date: string) => (date.startsWith('#') ? String(Number(date.slice(1))) : date);
  const asIs = (step: Step): TimeAxis => ({ dates: dates.map(shown), rows: order, step });
  if (dates.length < 3 || dates.some((date) => date.startsWith('#')))
    return asIs(dates.length < 3 ? 'unknown' : 'point');
  const iso = dates as readonly IsoDate[];
  const sameDay = iso.every((date) => date.slice(8) === iso[0]?.slice(8));
  const counts = iso.map((date) => (sameDay ? monthNumber(date) : dayNumber(date)));
  const width = commonStep(counts);
  if (width === null) return asIs('unknown');
  const filled: string[] = [];
  const rows: (number | null)[] = [];
  const toDate = (count: number) => (sameDay ? monthDate(count, iso[0] ?? '') : dayDate(count));
  for (const [i, count] of counts.entries()) {
    const before = counts[i - 1];
    for (let missing = (before ?? count) + width; missing < count; missing += width) {
      filled.push(toDate(missing));
      rows.push(null);
    }
    filled.push(iso[i] ?? '');
    rows.push(order[i] ?? null);
  }
  return { dates: filled, rows, step: nameOf(width, sameDay) };
}

/** The step from which all gaps are whole multiples and which most neighbours have; null when there is none. */
function commonStep(counts: readonly number[]): number | null {
  const steps = counts.slice(1).map((count, i) => count - (counts[i] ?? 0));
  const width = Math.min(...steps);
  const regular =
    steps.every((step) => step % width === 0) &&
    steps.filter((step) => step === width).length * 2 >= steps.length;
  // A hole far longer than the series itself is no gap to fill.
  const filled = ((counts.at(-1) ?? 0) - (counts[0] ?? 0)) / width;
  return regular && filled <= 20 * counts.length ? width : null;
}

function nameOf(width: number, months: boolean): Step {
  if (months) return width === 1 ? 'month' : width === 3 ? 'quarter' : width === 12 ? 'year' : 'point';
  return width === 1 ? 'day' : width === 7 ? 'week' : 'point';
}

/** Periods in a year, for a season; 1 where a year has no whole number of them worth fitting. */
export function periodsInYear(step: Step): number {
  return step === 'month' ? 12 : step === 'quarter' ? 4 : step === 'week' ? 52 : 1;
}

function monthNumber(date: IsoDate): number {
  const [year, month] = parts(date);
  return year * 12 + month - 1;
}

function monthDate(count: number, like: string): string {
  const year = Math.floor(count / 12);
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}-${like.slice(8)}`;
}

function dayNumber(date: IsoDate): number {
  const [year, month, day] = parts(date);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function dayDate(count: number): string {
  return new Date(count * 86_400_000).toISOString().slice(0, 10);
}

/** A column in the order of the axis; null where the period or its value is missing. */
export function alongAxis(axis: TimeAxis, values: readonly (number | null)[]): (number | null)[] {
  return axis.rows.map((row) => (row === null ? null : (values[row] ?? null)));
}

/** Place of the first point on or after a date. Null when there is none. */
export function placeOf(axis: TimeAxis, date: string): number | null {
  const wanted = readDate(date);
  if (wanted === null) return null;
  const text = wanted.startsWith('#') ? Number(wanted.slice(1)) : wanted;
  const place = axis.dates.findIndex((known) =>
    typeof text === 'number' ? Number(known) >= text : known >= text,
  );
  return place < 0 ? null : place;
}

/** The dates of the next periods; null where the axis has no regular step. */
export function datesAfter(axis: TimeAxis, count: number): (string | null)[] {
  const last = axis.dates.at(-1) ?? '';
  const date = parseIsoDate(last);
  return Array.from({ length: count }, (_, i) => {
    const ahead = i + 1;
    if (date === null) return /^\d+$/.test(last) ? String(Number(last) + ahead) : null;
    const months = { month: 1, quarter: 3, year: 12 } as const;
    if (axis.step === 'month' || axis.step === 'quarter' || axis.step === 'year')
      return addMonths(date, ahead * months[axis.step]);
    if (axis.step === 'week' || axis.step === 'day')
      return addDays(date, ahead * (axis.step === 'week' ? 7 : 1));
    return null;
  });
}
