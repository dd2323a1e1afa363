/** How two values of a key agree. Missing on either side says nothing for or against a match. */
export const [APART, NEAR, SAME, MISSING] = [0, 1, 2, 3] as const;
export type Agreement = typeof APART | typeof NEAR | typeof SAME | typeof MISSING;

const DAY = 86_400_000;

/**
 * Compares two values: the same but for case and spaces; near (one typing slip in words of four letters or more, numbers
 * at most 1 apart, dates at most a day apart); or apart.
 */
export function agreement(a: string, b: string): Agreement {
  const [one, other] = [fold(a), fold(b)];
  if (one === '' || other === '') return MISSING;
  if (one === other) return SAME;
  const [date, otherDate] = [dateOf(one), dateOf(other)];
  if (date !== null && otherDate !== null) return Math.abs(date - otherDate) <= DAY ? NEAR : APART;
  const [number, otherNumber] = [Number(one), Number(other)];
  if (Number.isFinite(number) && Number.isFinite(otherNumber))
    return number === otherNumber ? SAME : Math.abs(number - otherNumber) <= 1 ? NEAR : APART;
  return Math.min(one.length, other.length) >= 4 && oneSlip(one, other) ? NEAR : APART;
}

/** A value without what typists differ in. */
export function fold(value: string): string {
  return value.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function dateOf(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  return year === undefined ? null : Date.UTC(Number(year), Number(month) - 1, Number(day));
}

/** Whether one letter put in, left out or changed, or two neighbours exchanged, turns one word into the other. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
