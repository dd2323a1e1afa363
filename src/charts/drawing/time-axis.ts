import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import { parts } from '../../foundation/iso-date.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { monthsApart } from '../words/period.ts';
import type { Every } from '../words/period.ts';
import { textWidth } from './text-width.ts';

/**
 * Time is counted in months since the year 0, so that every month is as wide as every other. A point stands in the
 * middle of its period; a rule at a date stands between the periods that it divides.
 */
export interface TimeAxis {
  readonly scale: ScaleLinear<number, number>;
  /** Labels under the axis; `line` 0 is the first line of labels, 1 the second. */
  readonly labels: readonly { readonly x: number; readonly text: string; readonly line: 0 | 1 }[];
  /** Where a small mark divides the axis. */
  readonly divisions: readonly number[];
}

/** Months since the year 0 at a date: 2023-01-01 is 24,276. Days count as parts of a month. */
export function monthNumber(date: IsoDate): number {
  const [year, month, day] = parts(date);
  return year * 12 + (month - 1) + (day - 1) / 31;
}

const MONTH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The axis from one month number to another (the end of the last period), in pixels, labelled as far as room allows. */
export function timeAxis(
  from: number,
  to: number,
  every: Every,
  range: readonly [number, number],
  size: number,
): TimeAxis {
  const scale = scaleLinear([from, to], [...range]);
  const perMonth = (range[1] - range[0]) / (to - from);
  const period = monthsApart(every);
  const needed = textWidth(period === 3 ? 'Sep–Nov' : 'Sep', size) + 10;
  const step = [1, 2, 3, 6].find((months) => months % period === 0 && months * perMonth >= needed);
  if (period < 12 && step !== undefined && to - from <= 42) return monthLabels(scale, from, to, step, period);
  return yearLabels(scale, from, to, every === 'year' ? ((from % 12) + 12) % 12 : 0, perMonth * 12, size);
}

function monthLabels(
  scale: ScaleLinear<number, number>,
  from: number,
  to: number,
  step: number,
  period: number,
): TimeAxis {
  const labels: TimeAxis['labels'][number][] = [];
  const divisions: number[] = [];
  let year: number | null = null;
  for (let month = Math.ceil(from); month + period <= to + 1e-9; month++) {
    const inYear = month % 12;
    if (inYear === 0 && month > from) divisions.push(scale(month));
    if ((step >= period ? month - (period === 1 ? 0 : Math.ceil(from)) : month) % step !== 0) continue;
    const x = scale(month + period / 2);
    const name = MONTH[inYear] ?? '';
    labels.push({
      x,
      text: period === 1 ? name : `${name}–${MONTH[(month + period - 1) % 12] ?? ''}`,
      line: 0,
    });
    if (year !== Math.floor(month / 12)) {
      year = Math.floor(month / 12);
      labels.push({ x, text: String(year), line: 1 });
    }
  }
  return { scale, labels, divisions };
}

/** Years named in the middle of their span; `first` is the month (from 0) that a year begins with. */
function yearLabels(
  scale: ScaleLinear<number, number>,
  from: number,
  to: number,
  first: number,
  perYear: number,
  size: number,
): TimeAxis {
  const long = (year: number): string => (first === 0 ? String(year) : `${year}/${twoDigits(year + 1)}`);
  const short = (year: number): string =>
    first === 0 ? `’${twoDigits(year)}` : `${twoDigits(year)}/${twoDigits(year + 1)}`;
  const write =
    perYear >= textWidth(long(2019), size) + 8
      ? long
      : perYear >= textWidth(short(2019), size) + 6
        ? short
        : long;
  const room = textWidth(write(2019), size) + 8;
  const skip = Math.max(1, Math.ceil(room / perYear - 1e-9));
  const labels: TimeAxis['labels'][number][] = [];
  const divisions: number[] = [];
  let taken = -Infinity;
  for (let year = Math.floor((from - first) / 12); year * 12 + first < to; year++) {
    const start = year * 12 + first;
    if (start > from && (start / 12) % 1 === (first / 12) % 1 && year % skip === 0)
      divisions.push(scale(start));
    const [left, right] = [scale(Math.max(from, start)), scale(Math.min(to, start + 12))];
    const x = (left + right) / 2;
    const fits = skip > 1 || right - left >= room - 4;
    if (year % skip !== 0 || !fits || x - room / 2 < taken) continue;
    labels.push({ x, text: write(year), line: 0 });
    taken = x + room / 2;
  }
  return { scale, labels, divisions };
}

function twoDigits(year: number): string {
  return String(((year % 100) + 100) % 100).padStart(2, '0');
}
