import { UsageError } from '../../../foundation/errors.ts';
import { parseIsoDate, type IsoDate } from '../../../foundation/iso-date.ts';
import { nearest } from '../../../foundation/nearest.ts';
import { EVERY, splitsOf, type Every, type Measure, type MeasureContext } from '../../../measures/index.ts';
import { DEFAULT_AREA } from '../measures/model.ts';

/** What a reader asks a measure's page for. */
export interface MeasureRequest {
  readonly measure: Measure;
  readonly area: string;
  /** How time is cut; the series' own way when null. */
  readonly every: Every | null;
  /** The column that the measure is split by; the first that has figures when null. */
  readonly by: string | null;
  /** The day since which changes are told; the latest meeting when null. */
  readonly changedSince: IsoDate | null;
}

/**
 * Reads the address of a page: `?area=`, `?every=`, `?by=` and `?changed-since=`.
 * @throws NotFoundError for an unknown measure or area, UsageError for another unknown word
 */
export function measureRequest(
  { measures, areas }: MeasureContext,
  id: string,
  query: Readonly<Record<string, string | undefined>>,
): MeasureRequest {
  const measure = measures.require(id);
  return {
    measure,
    area: areas.require(query['area'] || DEFAULT_AREA).name,
    every: oneOf(query['every'], EVERY, 'is no way to cut time'),
    changedSince: dayOf(query['changed-since']),
    by: oneOf(query['by'], splitsOf(measure), `is no column of ${measure.title.toLowerCase()}`),
  };
}

function dayOf(given: string | undefined): IsoDate | null {
  if (given === undefined || given.trim() === '') return null;
  const day = parseIsoDate(given.trim());
  if (day === null) throw new UsageError(`"${given}" is not a date.`, 'Write it as 2023-08-31.');
  return day;
}

function oneOf<Word extends string>(
  given: string | undefined,
  known: readonly Word[],
  fault: string,
): Word | null {
  if (given === undefined || given === '') return null;
  const found = known.find((word) => word === given);
  if (found !== undefined) return found;
  const near = nearest(given, known);
  throw new UsageError(
    `"${given}" ${fault}.`,
    near === null
      ? known.length === 0
        ? 'It cannot be split.'
        : `Choose one of ${known.join(', ')}.`
      : `Did you mean "${near}"?`,
  );
}
