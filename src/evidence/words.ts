import { MONTH_NAMES } from '../foundation/month-names.ts';
import type { Measure } from '../measures/index.ts';

const THOUSANDS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A value of a measure in words: "24,225 offences", "26.9 per 1,000 people", "58%". */
export function valueInWords(measure: Measure, value: number): string {
  if (measure.kind === 'proportion') return `${decimals(value * 100, value * 100 >= 10 ? 0 : 1)}%`;
  if (measure.kind === 'rate') return `${decimals(value, value >= 10 ? 1 : 2)} ${measure.unit}`;
  return `${THOUSANDS.format(value)} ${measure.unit}`;
}

/** The number alone, as it stands in tables and intervals. */
export function bareValue(measure: Measure, value: number): string {
  if (measure.kind === 'proportion') return `${decimals(value * 100, 0)}%`;
  if (measure.kind === 'rate') return decimals(value, value >= 10 ? 1 : 2);
  return THOUSANDS.format(value);
}

/** A change as per cent with a true minus sign: "+16%", "−4%". */
export function percentChange(ratio: number): string {
  const percent = (ratio - 1) * 100;
  const rounded = Math.abs(percent) < 9.5 ? decimals(Math.abs(percent), 1) : decimals(Math.abs(percent), 0);
  return `${percent < 0 ? '−' : '+'}${rounded}%`;
}

/** A difference of two shares in percentage points. */
export function pointsChange(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${decimals(Math.abs(difference * 100), 0)} percentage points`;
}

/** "March 2022" from a date. */
export function monthInWords(date: string): string {
  return `${MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** "31 August 2023" from a date. */
export function dateInWords(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthInWords(date)}`;
}

/** A span of months in words: "July 2023", "the year to March 2022", "May to July 2023". */
export function spanInWords(from: string, to: string): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return monthInWords(to);
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7)) +
    1;
  if (months === 12) return `the year to ${monthInWords(to)}`;
  const start =
    from.slice(0, 4) === to.slice(0, 4)
      ? monthInWords(from).replace(` ${from.slice(0, 4)}`, '')
      : monthInWords(from);
  return `${start} to ${monthInWords(to)}`;
}

function decimals(value: number, digits: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** "the Metropolitan Police area", "Waltham Forest". */
export function areaInWords(name: string): string {
  return name.endsWith('Police') ? `the ${name} area` : name;
}

/** "Before Covid" as it stands in mid-sentence: only the first letter changes. */
export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ORDINALS = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(place: number): string {
  return `${place}${ENDINGS[ORDINALS.select(place)] ?? 'th'}`;
}
