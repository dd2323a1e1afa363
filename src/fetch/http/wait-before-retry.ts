const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: seconds or an HTTP date. Null where it says nothing readable.
 * @param now milliseconds since the epoch
 */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse reads "-1" and the like as years; an HTTP date begins with the day of the week.
  const date = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/**
 * How long to wait before a try that the server did not time itself: twice as long each time, half of it by chance, so that many
 * who were refused together do not come back together.
 * @param failures tries that have failed, from 1
 * @param random a number from 0 up to 1
 */
export function backOff(failures: number, random: number): number {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return Math.round(most / 2 + (most / 2) * random);
}
