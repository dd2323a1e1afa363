import { ScrutineerError } from '../../../foundation/errors.ts';
import type { EvidenceContext } from '../../../evidence/index.ts';
import type { IsoDate } from '../../../foundation/iso-date.ts';
import { seriesOf, type Observation } from '../../../measures/index.ts';
import { yearCounts, type YearCounts } from './year-counts.ts';

/** The observations of a measure, split or whole; none where the catalogue lacks it or it cannot be split so. */
export async function observationsOf(
  context: EvidenceContext,
  measure: string,
  areas: readonly string[],
  by?: string,
  from?: IsoDate,
): Promise<readonly Observation[]> {
  if (context.measures.get(measure) === null) return [];
  try {
    return (await seriesOf(context, { measure, areas, by, from })).observations;
  } catch (error) {
    // A measure that cannot be split so has nothing to show; anything else is a fault.
    if (error instanceof ScrutineerError && by !== undefined && error.message.includes('cannot be split'))
      return [];
    throw error;
  }
}

/**
 * The latest year of a measure by area and group. Nothing before `from` is read, which is quicker.
 * @throws NotFoundError for an unknown area
 */
export async function yearOf(
  context: EvidenceContext,
  measure: string,
  areas: readonly string[],
  by: string,
  from?: IsoDate,
): Promise<YearCounts | null> {
  return yearCounts(await observationsOf(context, measure, areas, by, from));
}
