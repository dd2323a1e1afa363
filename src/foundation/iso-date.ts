/** Calendar dates as ISO text ("2023-08-31"). Text sorts as time, and no time zone can creep in. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether text is a real calendar date in ISO form (2023-02-30 is not). */
export function isIsoDate(text: string): text is IsoDate {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Parses an ISO date, or a month ("2023-08", meaning its first day). Null when it is neither. */
export function parseIsoDate(text: string): IsoDate | null {
  const whole = /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text;
  return isIsoDate(whole) ? whole : null;
}

/** Parses an ISO date, or a month ("2023-08", meaning its last day). Null when it is neither. */
export function parseIsoEnd(text: string): IsoDate | null {
  const date = parseIsoDate(text);
  return date !== null && text.length === 7 ? endOfMonth(date) : date;
}

/** First day of a month. Month counts from 1 and may run over: (2023, 13) is January 2024. */
export function firstOfMonth(year: number, month: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10) as IsoDate;
}

/** The same day some months later; the day is clipped to the month's end (31 January + 1 = 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = parts(date);
  // Plain arithmetic: series call this for every point, and Date is many times slower.
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return isoText(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The date some days later (or earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  const [year, month, day] = parts(date);
  const moved = day + days;
  const length = daysInMonth(year, month);
  // Most steps stay in the month or go to the next one's first days; Date serves the long ones.
  if (moved >= 1 && moved <= length) return isoText(year, month, moved);
  if (moved > length && moved <= length + 28)
    return isoText(month === 12 ? year + 1 : year, (month % 12) + 1, moved - length);
  return new Date(Date.UTC(year, month - 1, moved)).toISOString().slice(0, 10) as IsoDate;
}

/** Last day of the month that a date lies in. */
export function endOfMonth(date: IsoDate): IsoDate {
  const [year, month] = parts(date);
  return isoText(year, month, daysInMonth(year, month));
}

/** First day of the month that a date lies in. */
export function startOfMonth(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01` as IsoDate;
}

/** Whole months from one date's month to another's (2023-01-15 → 2023-03-01 is 2). */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [fromYear, fromMonth] = parts(from);
  const [toYear, toMonth] = parts(to);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth);
}

/** Year, month (from 1) and day as numbers. */
export function parts(date: IsoDate): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isoText(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as IsoDate;
}
