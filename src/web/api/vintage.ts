import { UsageError } from '../../foundation/errors.ts';
import { parseIsoDate } from '../../foundation/iso-date.ts';
import { NEWEST, type Vintage } from '../../lake/vintages.ts';

/** Which publication answers: the newest unless the first, or those of a day, are asked for. */
export function vintageOf(named: string | undefined, asKnownOn: string | undefined): Vintage {
  if (asKnownOn !== undefined) {
    const date = parseIsoDate(asKnownOn);
    if (date === null)
      throw new UsageError(`as_known_on=${asKnownOn} is not a date.`, 'Write it as YYYY-MM-DD.');
    return { kind: 'known-on', date };
  }
  if (named === undefined || named === 'newest') return NEWEST;
  if (named === 'earliest') return { kind: 'earliest' };
  throw new UsageError(`vintage=${named} is not known.`, 'Choose newest or earliest.');
}
