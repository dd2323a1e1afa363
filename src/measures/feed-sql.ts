import type { IsoDate } from '../foundation/iso-date.ts';
import { sqlText } from '../lake/engine.ts';
import { TABLES } from '../lake/tables.ts';
import type { Shareable, Together } from './ask-together.ts';
import type { FeedQuery } from './feed-query.ts';
import type { FigureFeed, TableFeed } from './measure.ts';
import { tableAreas } from './table-areas.ts';
import { tableTimes, type TableTimes } from './table-times.ts';

/** What a feed is asked for. Areas are canonical names of one type; forces also as slugs, which is how rows name them. */
export interface FeedRequest {
  readonly areaType: 'borough' | 'force' | 'other';
  readonly areas: readonly { readonly name: string; readonly slug: string }[];
  readonly by: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** SQL condition that keeps the releases in force. */
  readonly inForce: string;
  /** What the feed joins, with every table in it kept to its releases in force; empty when it joins nothing. */
  readonly joined?: string;
}

/** The label of a group in which nothing was recorded. */
export const NOT_RECORDED = 'Not recorded';

/**
 * The query of a feed over rows: one result row for each area, span of days, group and release. Columns: area, date, period_to (null: the end of
 * the month), grp, numerator, denominator, value, base, standard_error, flag, release (a release is a partition, so grouping by it costs nothing).
 * Null when the feed cannot answer for the type of area.
 */
export function tableFeedQuery(feed: TableFeed, request: FeedRequest): FeedQuery | null {
  const { areaType } = request;
  const area = tableAreas(feed.table)[areaType] ?? null;
  if (area === null) return null;
  const times = tableTimes(feed.table);
  const parts = partsOf(feed, request.by);
  const group =
    request.by === null || parts.length > 0
      ? 'NULL'
      : `coalesce(CAST(${feed.by[request.by] ?? 'NULL'} AS VARCHAR), ${sqlText(NOT_RECORDED)})`;
  const names = request.areas.flatMap(({ name, slug }) => [name, slug]).map(sqlText);
  const number = (expression: string | null): string => `CAST(${expression ?? 'NULL'} AS DOUBLE)`;
  const has = (column: string): boolean => column in TABLES[feed.table].columns;
  const published = feed.value !== null;
  return {
    groups: [
      ['area', area],
      ['date', times.from],
      ['grp', group],
      ['release', 'release'],
      ['period_to', times.to ?? 'CAST(NULL AS DATE)'],
    ],
    from: `${feed.table}${request.joined ? ` ${request.joined}` : ''}`,
    among: `source = ${sqlText(feed.source)} AND ${area} IN (${names.join(', ')})${span(times, request)}`,
    inForce: request.inForce,
    where: feed.where,
    values: [
      ['numerator', number(published ? null : (feed.numerator ?? 'count(*)'))],
      ['denominator', number(published ? null : feed.denominator)],
      ['value', number(published ? `max(${feed.value})` : null)],
      ['base', number(published && has('base') ? 'max(base)' : null)],
      ['standard_error', number(published && has('standard_error') ? 'max(standard_error)' : null)],
      ['flag', has('flag') ? 'max(flag)' : 'CAST(NULL AS VARCHAR)'],
      ...parts.map(([, aggregate], index) => [`part_${index}`, number(aggregate)] as const),
    ],
  };
}

/** The parts that a feed is to be split into, with the aggregate of each; none when it is not split so. Their columns are `part_0`, `part_1` … */
export function partsOf(
  feed: TableFeed,
  by: string | null,
): readonly (readonly [part: string, aggregate: string])[] {
  return Object.entries((by === null ? undefined : feed.parts?.[by]) ?? {});
}

/** The question of a feed over cited figures of all areas: the same columns and the days that each figure covers. */
export function figureFeedQuery(
  feed: FigureFeed,
  request: Pick<FeedRequest, 'by' | 'inForce'>,
): Shareable<string> {
  const group =
    request.by === null
      ? 'group_type IS NULL'
      : `group_type = ${sqlText(feed.by?.[request.by] ?? request.by)}`;
  const named = request.by === null ? 'NULL' : `coalesce(group_value, ${sqlText(NOT_RECORDED)})`;
  const join = (measures: readonly string[]): Together => ({
    sql: `SELECT area, period_from AS date, period_to, ${named} AS grp,
  numerator, denominator, value, flag, base, release, measure
FROM published_figure
WHERE measure IN (${[...new Set(measures)].map(sqlText).join(', ')}) AND ${group} AND ${request.inForce}
ORDER BY 1, 4, 2`,
    rowsOf: (rows, index) => rows.filter((row) => row['measure'] === measures[index]),
  });
  return { scan: JSON.stringify(['figures', group, request.inForce]), question: feed.measure, join };
}

function span({ to: last, since }: TableTimes, { from, to }: FeedRequest): string {
  return [
    from === null ? '' : ` AND ${since} >= DATE ${sqlText(from)}`,
    to === null ? '' : ` AND ${last ?? since} <= DATE ${sqlText(to)}`,
  ].join('');
}
