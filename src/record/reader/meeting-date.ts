import { BadInputError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { Block } from './block.ts';
import { findDates } from './spoken-date.ts';

const ADVICE =
  'Write the meeting’s date in the title or above the first item, for example "Record of Meeting 31 August 2023".';

/**
 * The date of the meeting: from the title, else from a line before the first item that speaks of a meeting or date, else
 * from any such line.
 * @throws BadInputError when there is none, or when no such day exists.
 */
export function meetingDate(title: string, head: readonly Block[], file: string): IsoDate {
  const lines = head.filter((block) => findDates(block.text).length > 0);
  const telling =
    lines.find((block) => /\b(?:meeting|minutes|record|held|date)\b/i.test(block.text)) ?? lines[0];
  const found = findDates(title)[0] ?? (telling === undefined ? undefined : findDates(telling.text)[0]);
  if (found === undefined) {
    throw new BadInputError(
      'no meeting date was found before the first item.',
      { file, line: head[0]?.line ?? 1 },
      ADVICE,
    );
  }
  if (found.date === null) {
    const line = head.find((block) => block.text.includes(found.text))?.line ?? 1;
    throw new BadInputError(`there is no such day as "${found.text}".`, { file, line }, ADVICE);
  }
  return found.date;
}
