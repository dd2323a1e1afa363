import type { IsoDate } from '../../foundation/iso-date.ts';

const DAY = 86_400_000;

/** Whole days from a date to a moment, both by the calendar of London. Nought when the date is still to come. */
export function daysBetween(date: IsoDate, now: Date): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(now);
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(date)) / DAY));
}
