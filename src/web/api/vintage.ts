import { parseVintage } from '../../lake/parse-vintage.ts';
import type { Vintage } from '../../lake/vintages.ts';

/** Which publication answers an address: `vintage=newest|earliest|known-on` and `as_known_on=DATE`, as on the command line. */
export function vintageOf(
  query: Readonly<Partial<Record<'vintage' | 'as_known_on', string | undefined>>>,
): Vintage {
  return parseVintage(query.vintage, query.as_known_on, { vintage: 'vintage=', date: 'as_known_on=' });
}
