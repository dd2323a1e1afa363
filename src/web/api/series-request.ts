import { UsageError } from '../../foundation/errors.ts';
import { parseIsoDate, parseIsoEnd, type IsoDate } from '../../foundation/iso-date.ts';
import { splitNames } from '../../foundation/split-names.ts';
import { EVERY, type Every, type MeasureContext, type SeriesRequest } from '../../measures/index.ts';
import { vintageOf } from './vintage.ts';

const KNOWN = ['measure', 'area', 'by', 'from', 'to', 'every', 'vintage', 'as_known_on'];

/**
 * A request for a series from the parameters of an address, which are named as the options of `scrutineer series`.
 * @throws UsageError for a parameter that is missing, unknown or not written as it should be
 */
export function seriesRequest(
  { areas }: Pick<MeasureContext, 'areas'>,
  query: Readonly<Record<string, string>>,
): SeriesRequest {
  const strange = Object.keys(query).find((name) => !KNOWN.includes(name));
  if (strange !== undefined)
    throw new UsageError(`"${strange}" is not known here.`, `Choose from ${KNOWN.join(', ')}.`);
  const { measure, area, by, from, to, every } = query;
  if (measure === undefined || measure === '')
    throw new UsageError('No measure is named.', 'Put its id into measure, as in measure=robbery.');
  return {
    measure,
    areas: areas.namesFor(splitNames(area ?? 'Metropolitan Police')),
    by,
    from: dateOf('from', from, parseIsoDate),
    to: dateOf('to', to, parseIsoEnd),
    every: everyOf(every),
    vintage: vintageOf(query),
  };
}

function dateOf(
  name: string,
  text: string | undefined,
  parse: (text: string) => IsoDate | null,
): IsoDate | undefined {
  if (text === undefined) return undefined;
  const date = parse(text);
  if (date === null)
    throw new UsageError(`${name}=${text} is not a date.`, 'Write it as 2022-04 or 2022-04-30.');
  return date;
}

function everyOf(text: string | undefined): Every | undefined {
  if (text === undefined) return undefined;
  const every = EVERY.find((each) => each === text);
  if (every === undefined)
    throw new UsageError(`every=${text} is not known.`, `Choose one of ${EVERY.join(', ')}.`);
  return every;
}
