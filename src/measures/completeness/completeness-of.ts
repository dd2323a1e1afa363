import type { Areas } from '../../areas/index.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { Lake } from '../../lake/lake.ts';
import type { Vintage } from '../../lake/vintages.ts';
import { pointsOf } from '../points-of.ts';
import { cellName, CELLS, mapFeed } from './completeness-feed.ts';
import { completenessMeasureId } from './measure-id.ts';
import type { RecordSet } from './record-set.ts';
import type { RecordSets } from './record-sets.ts';
import { STATUSES, type Status } from './status.ts';

/** What was recorded in every field of a set of records, period by period (months, or the years that tables are published for). */
export interface Completeness {
  /** Id of the set, as `catalogue/completeness.yaml` names it. */
  readonly set: string;
  readonly title: string;
  /** What is counted: "searches of people". */
  readonly records: string;
  readonly area: string;
  /** The source that answered; null when the lake holds nothing. Two sources are never joined. */
  readonly source: string | null;
  readonly fields: readonly FieldCompleteness[];
  readonly notes: readonly string[];
}

export interface FieldCompleteness {
  readonly id: string;
  readonly title: string;
  /** Id of the measure that gives the same as a series. */
  readonly measure: string;
  /** Oldest first. A period of which no records are held is absent. */
  readonly periods: readonly PeriodCompleteness[];
}

export interface PeriodCompleteness {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** All records of the period to which the field applies: the sum of the counts. */
  readonly records: number;
  readonly counts: Readonly<Record<Status, number>>;
  /** Share of the records in which the field says nothing: all but recorded and conflicting. Null without records. */
  readonly notRecorded: number | null;
}

export interface CompletenessRequest {
  /** Canonical name or alias. */
  readonly area: string;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** One of the set's sources; the first that holds anything when absent. */
  readonly source?: string | undefined;
  readonly vintage?: Vintage | undefined;
}

/**
 * Counts every status of every field of a set of records in one pass over its rows.
 * @param set id of a set of `catalogue/completeness.yaml` (`stop-and-search`), or the table that it stands for (`stop_search`)
 * @throws NotFoundError for an unknown set or area
 */
export async function completenessOf(
  context: {
    readonly lake: Lake;
    readonly areas: Areas;
    readonly measures: { readonly recordSets: RecordSets };
  },
  set: string,
  request: CompletenessRequest,
): Promise<Completeness> {
  const { recordSets } = context.measures;
  const recordSet = recordSets.require(set);
  const area = context.areas.require(request.area);
  const sources = recordSet.sources.filter(
    (source) => request.source === undefined || source === request.source,
  );
  const asked = { ...request, by: CELLS };
  for (const source of sources) {
    const feed = mapFeed(recordSet, source, recordSets.groupings);
    const points = await pointsOf(context, feed, [area], asked);
    if (points.length === 0) continue;
    const counts = new Map(points.map((point) => [`${point.group} ${point.from}`, point.numerator ?? 0]));
    const spans = new Map(points.map(({ from, to }) => [from, to]));
    const fields = recordSet.fields.map((field) => ({
      ...field,
      periods: [...spans]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([from, to]) => {
          const own = STATUSES.map(
            (status) => [status, counts.get(`${cellName(field.id, status)} ${from}`) ?? 0] as const,
          );
          const period = periodOf(from, to, Object.fromEntries(own) as Record<Status, number>);
          return period.records === 0 ? [] : [period];
        }),
    }));
    return {
      ...described(recordSet, area.name),
      source,
      fields: fields.map((field) => fieldOf(recordSet, field)),
    };
  }
  return { ...described(recordSet, area.name), source: null, fields: [] };
}

function described(set: RecordSet, area: string): Omit<Completeness, 'source' | 'fields'> {
  return { set: set.id, title: set.title, records: set.records, area, notes: set.notes };
}

function fieldOf(
  set: RecordSet,
  { id, title, periods }: { id: string; title: string; periods: readonly PeriodCompleteness[] },
): FieldCompleteness {
  return { id, title, measure: completenessMeasureId(set.id, id), periods };
}

function periodOf(from: IsoDate, to: IsoDate, counts: Readonly<Record<Status, number>>): PeriodCompleteness {
  const records = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const said = counts.recorded + counts.conflicting;
  return { from, to, records, counts, notRecorded: records === 0 ? null : (records - said) / records };
}
