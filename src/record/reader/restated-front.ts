import { z } from 'zod';
import { BadInputError } from '../../foundation/errors.ts';
import { isIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import type { Attendee, OriginalPointer } from '../read-record-types.ts';

const isoDate = z.string().refine(isIsoDate, 'must be a date such as 2023-08-31');
const words = z.string().trim().min(1, 'must not be empty');

const frontSchema = z.strictObject({
  title: words,
  date: isoDate,
  series: words,
  body: words,
  restated: z.literal(true),
  original: z.strictObject({ title: words, body: words, date: isoDate, published_by: words, site: words }),
  licence: words,
  attendance: z.array(z.strictObject({ role: words, body: words })).min(1, 'must name at least one role'),
});

/** The front matter of our own `records/*.md`: a record restated in our own words. Roles only, never personal names. */
export interface RestatedFront {
  readonly title: string;
  readonly date: IsoDate;
  readonly series: string;
  readonly body: string;
  readonly attendance: readonly Attendee[];
  readonly original: OriginalPointer;
  readonly licence: string;
}

/** Whether front matter announces a restated record (rather than being any blog's or site's front matter). */
export function isRestatedFront(
  front: Readonly<Record<string, unknown>> | null,
): front is Readonly<Record<string, unknown>> {
  return front !== null && 'restated' in front;
}

/**
 * Checks and reads the front matter of a restated record.
 * @throws BadInputError naming every key that is missing, unknown or wrong.
 */
export function readRestatedFront(front: Readonly<Record<string, unknown>>, file: string): RestatedFront {
  const result = frontSchema.safeParse(front);
  if (!result.success) {
    const faults = result.error.issues.map(
      (issue) => `${issue.path.join('.') || 'front matter'}: ${issue.message}`,
    );
    throw new BadInputError(
      `the front matter of a restated record is not right: ${faults.join('; ')}`,
      { file, line: 1 },
      'Give title, date, series, body, restated: true, original (title, body, date, published_by, site), licence and attendance (role, body).',
    );
  }
  const { title, date, series, body, original, licence, attendance } = result.data;
  return {
    title,
    date,
    series,
    body,
    original,
    licence,
    attendance: attendance.map((entry) => ({ name: null, role: entry.role, body: entry.body })),
  };
}
