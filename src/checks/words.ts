import { MONTH_NAMES } from '../foundation/month-names.ts';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A count with thousands separators. */
export function whole(value: number): string {
  return NUMBER.format(value);
}

/** "37%", "0.4%". */
export function percent(share: number): string {
  const value = share * 100;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 })}%`;
}

/** "December 2022" from a date. */
export function monthName(date: string): string {
  return `${MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** "March 2019 to May 2021", or one month. */
export function monthsName(from: string, to: string): string {
  return from.slice(0, 7) === to.slice(0, 7) ? monthName(from) : `${monthName(from)} to ${monthName(to)}`;
}

/** "less than 1 in a million", "about 1 in 4,000". */
export function oneIn(probability: number): string {
  const odds = probability <= 0 ? Number.POSITIVE_INFINITY : 1 / probability;
  if (odds >= 1e9) return 'less than 1 in a thousand million';
  if (odds >= 1e6) return 'less than 1 in a million';
  const digits = Math.max(0, Math.floor(Math.log10(odds)) - 1);
  return `about 1 in ${whole(Math.round(odds / 10 ** digits) * 10 ** digits)}`;
}

/** What a series is of, in words: "Camden, Robbery", "stop_search of police-uk-stop-search". */
export function partName(area: string | null, part: Readonly<Record<string, string>>, table: string): string {
  const others = Object.entries(part)
    .filter(([column]) => !['force', 'area', 'borough', 'area_type', 'measure'].includes(column))
    .map(([, value]) => value);
  const named = [...(area === null ? [] : [area]), ...others];
  return named.length === 0 ? `the table ${table}` : named.join(', ');
}
