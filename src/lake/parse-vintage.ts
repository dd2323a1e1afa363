import { UsageError } from '../foundation/errors.ts';
import { parseIsoDate } from '../foundation/iso-date.ts';
import { NEWEST, type Vintage } from './vintages.ts';

/** The ways to name a vintage, in the words of `--vintage`. */
export const VINTAGES = ['newest', 'earliest', 'known-on'] as const;

/** How the two parameters are written up to their value ("--vintage ", "vintage="), for messages. */
interface Named {
  readonly vintage: string;
  readonly date: string;
}

/**
 * Which publication answers: the newest unless the first, or those known on a day, are asked for. A day by itself means
 * `known-on`.
 * @throws UsageError for an unknown name, a day that is none, and a name and a day that do not go together
 */
export function parseVintage(vintage: string | undefined, date: string | undefined, named: Named): Vintage {
  const kind = VINTAGES.find((each) => each === vintage);
  if (vintage !== undefined && kind === undefined)
    throw new UsageError(
      `${named.vintage}${vintage} is not known.`,
      `Choose ${VINTAGES.slice(0, -1).join(', ')} or ${VINTAGES.at(-1)}.`,
    );
  if (date === undefined) {
    if (kind === 'known-on')
      throw new UsageError(
        `${named.vintage}known-on needs a day.`,
        `Add the day, as in ${named.date}2023-08-31.`,
      );
    return kind === 'earliest' ? { kind } : NEWEST;
  }
  const day = parseIsoDate(date);
  if (day === null) throw new UsageError(`${named.date}${date} is not a date.`, 'Write it as YYYY-MM-DD.');
  if (kind === 'newest' || kind === 'earliest')
    throw new UsageError(
      `${named.vintage}${kind} and ${named.date}${day} ask for two different things.`,
      `Leave one of them out: ${named.date}${day} alone means known-on.`,
    );
  return { kind: 'known-on', date: day };
}
