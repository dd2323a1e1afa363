import type { Every, Unit } from '../../../charts/index.ts';
import type { Cadence, ComparatorVerdict, MeasuredChange } from '../../../evidence/index.ts';
import { addMonths, startOfMonth, type IsoDate } from '../../../foundation/iso-date.ts';
import type { Measure } from '../../../measures/index.ts';

/** What charts and their tables call the measure's unit. */
export function unitOf({ kind, per }: Pick<Measure, 'kind' | 'per'>): Unit {
  if (kind === 'count') return 'count';
  if (kind === 'proportion') return 'proportion';
  if (kind === 'rate' && per === 1000) return 'per-1000';
  if (kind === 'rate' && per === 100_000) return 'per-100000';
  return 'number';
}

/** How charts name the step of a series. */
export function everyOf(cadence: Cadence): Every {
  return cadence === 'rolling' ? 'rolling-12-quarterly' : cadence;
}

/** The date under which charts place a period that ends on a day. */
export function chartDate(to: string, cadence: Cadence): IsoDate {
  const back = { month: 0, quarter: 2, year: 11, rolling: 2 }[cadence];
  return addMonths(startOfMonth(to as IsoDate), -back);
}

const MINUS = '−';

/** A change as it is read: "−18.0%", "+1.7 points". */
export function changeText(amount: number, as: MeasuredChange['as']): string {
  const size = Math.abs(amount * 100);
  const digits = as === 'points' || size < 100 ? 1 : 0;
  const text = size.toFixed(digits);
  const sign = Number(text) === 0 ? '' : amount < 0 ? MINUS : '+';
  return `${sign}${text}${as === 'points' ? (text === '1.0' ? ' point' : ' points') : '%'}`;
}

/** The interval of a change without its unit: "−27.8 to −7.0". */
export function changeInterval({ lower, upper }: Pick<MeasuredChange, 'lower' | 'upper'>): string | null {
  if (lower === null) return null;
  const bound = (value: number): string => changeText(value, 'fraction').replace('%', '');
  return `${bound(lower)} to ${upper === null ? 'no limit' : bound(upper)}`;
}

/** The verdict on a change in a word or two. */
export const CHANGE_WORDS = {
  higher: 'Rise',
  lower: 'Fall',
  similar: 'Within chance',
  unknown: 'Cannot be told',
} as const satisfies Readonly<Record<MeasuredChange['verdict'], string>>;

/** The verdict against a comparator in a word or two. */
export const COMPARATOR_WORDS = {
  above: 'Above',
  below: 'Below',
  similar: 'Similar',
  'not-published': 'Not published',
  'not-compared': 'Not compared',
} as const satisfies Readonly<Record<ComparatorVerdict['verdict'], string>>;

/** "1 month", "8 months", "4 years": how long ago a day is, in whole months, or in years from the second on. */
export function age(day: string, now: Date): string {
  const [year, month, date] = day.split('-').map(Number);
  const months =
    (now.getUTCFullYear() - (year ?? 0)) * 12 +
    (now.getUTCMonth() + 1 - (month ?? 0)) -
    (now.getUTCDate() < (date ?? 0) ? 1 : 0);
  if (months < 1) return 'under a month';
  const [count, word] = months < 24 ? [months, 'month'] : [Math.floor(months / 12), 'year'];
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** The publisher's short name: "data.police.uk" for what comes through it, "MOPAC" where it abbreviates itself. */
export function shortPublisher(publisher: string): string {
  const through = /through (\S+)$/.exec(publisher)?.[1];
  const initials = /\(([A-Z]{2,})\)/.exec(publisher)?.[1];
  return through ?? initials ?? publisher.replace(/\s*[(;].*$/, '').replace(/ Service$/, '');
}

/** The first letter made a capital. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
