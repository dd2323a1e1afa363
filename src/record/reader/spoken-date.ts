import { isIsoDate, type IsoDate } from '../../foundation/iso-date.ts';

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
]; // prettier-ignore
const NAME =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY_FIRST = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+${NAME}\.?,?\s+(\d{4})(?!\d)`,
  'gi',
);
const MONTH_FIRST = new RegExp(String.raw`\b${NAME}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)`, 'gi');
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const SLASHED = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g;

/** A date as written in a text. `date` is null when it is written like one but no such day exists (31 June 2023). */
export interface SpokenDate {
  readonly text: string;
  readonly start: number;
  readonly date: IsoDate | null;
}

/** Dates written the British way ("31 August 2023", "31st August, 2023", 31/08/2023), as "August 31, 2023", or as ISO, in order. */
export function findDates(text: string): SpokenDate[] {
  const found: SpokenDate[] = [];
  const add = (match: RegExpMatchArray, year = '', month: number, day = ''): void => {
    const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    found.push({ text: match[0], start: match.index ?? 0, date: isIsoDate(iso) ? iso : null });
  };
  for (const match of text.matchAll(DAY_FIRST)) add(match, match[3], monthOf(match[2]), match[1]);
  for (const match of text.matchAll(MONTH_FIRST)) add(match, match[3], monthOf(match[1]), match[2]);
  for (const match of text.matchAll(ISO)) add(match, match[1], Number(match[2]), match[3]);
  for (const match of text.matchAll(SLASHED)) add(match, match[3], Number(match[2]), match[1]);
  return found.sort((a, b) => a.start - b.start);
}

function monthOf(name = ''): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}
