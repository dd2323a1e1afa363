import { InvalidArgumentError } from 'commander';
import { parseIsoDate, parseIsoEnd, type IsoDate } from '../foundation/iso-date.ts';

/** The value of an option as a day; a month stands for its first. */
export function parseDate(text: string): IsoDate {
  return required(parseIsoDate(text));
}

/** The value of an option as a day; a month stands for its last. */
export function parseEnd(text: string): IsoDate {
  return required(parseIsoEnd(text));
}

function required(date: IsoDate | null): IsoDate {
  if (date === null) throw new InvalidArgumentError('Write it as 2022-04 or 2022-04-30.');
  return date;
}
