import type { SeriesBreak } from '../../areas/index.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { EvidenceContext } from '../context.ts';

/**
 * What is known to have changed in the way a publisher counts or publishes between two publications: the breaks of the
 * catalogue that lie between their days, for the area or its parts. They are reasons that are known, not shares of the
 * difference: no publication says how much of it each made.
 */
export function knownReasons(
  { breaks, areas }: EvidenceContext,
  measure: string,
  area: string,
  between: { readonly from: IsoDate; readonly to: IsoDate } | null,
): SeriesBreak[] {
  if (between === null || between.from >= between.to) return [];
  const places = [area, ...areas.membersOf(area).map(({ name }) => name)];
  const met = new Map(
    places
      .flatMap((place) => breaks.for(measure, place, between.from, between.to))
      .filter(({ kind, until }) => kind !== 'context' && until === null)
      .map((each) => [each.id, each]),
  );
  return [...met.values()].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}
