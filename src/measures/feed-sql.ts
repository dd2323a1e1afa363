import type { IsoDate } from '../foundation/iso-date.ts';
import { sqlText } from '../lake/engine.ts';
import { TABLES } from '../lake/tables.ts';
import type { FigureFeed, TableFeed } from './measure.ts';
import { tableAreas } from './table-areas.ts';

/** What a feed is asked for. Areas are canonical names of one type; forces also as slugs, which is how rows name them. */
export interface FeedRequest {
  readonly areaType: 'borough' | 'force' | 'other';
  readonly areas: readonly { readonly name: string; readonly slug: string }[];
  readonly by: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** SQL condition that keeps the releases in force. */
  readonly inForce: string;
}

/** The label of a group in which nothing was recorded. */
export const NOT_RECORDED = 'Not recorded';

/**
 * SQL for a feed over rows: one result row for each area, month, group and release. Columns: area, date, grp, numerator,
 * denominator, value, release (a release is a partition, so grouping by it costs nothing). Null when the feed cannot answer for the type of area.
 */
export function tableFeedSql(feed: TableFeed, request: FeedRequest): string | null {
  const { areaType } = request;
  const area = areaType === 'other' ? null : tableAreas(feed.table)[areaType];
  if (area === null) return null;
  const { time } = TABLES[feed.table];
  const group =
    request.by === null
      ? 'NULL'
      : `coalesce(CAST(${feed.by[request.by] ?? 'NULL'} AS VARCHAR), ${sqlText(NOT_RECORDED)})`;
  const names = request.areas.flatMap(({ name, slug }) => [name, slug]).map(sqlText);
  const values =
    feed.value === null
      ? `CAST(${feed.numerator ?? 'count(*)'} AS DOUBLE) AS numerator, CAST(${feed.denominator ?? 'NULL'} AS DOUBLE) AS denominator, CAST(NULL AS DOUBLE) AS value`
      : `CAST(NULL AS DOUBLE) AS numerator, CAST(NULL AS DOUBLE) AS denominator, CAST(max(${feed.value}) AS DOUBLE) AS value`;
  return `SELECT ${area} AS area, ${time} AS date, ${group} AS grp, ${values},
  release${feed.table === 'survey_estimate' ? ', max(months) AS months' : ''}
FROM ${feed.table}
WHERE source = ${sqlText(feed.source)} AND (${feed.where}) AND ${request.inForce}
  AND ${area} IN (${names.join(', ')})${span(time, request)}
GROUP BY 1, 2, 3, 7
ORDER BY 1, 3, 2`;
}

/** SQL for a feed over cited figures of all areas, with the same columns and the days that each figure covers. */
export function figureFeedSql(feed: FigureFeed, request: Pick<FeedRequest, 'by' | 'inForce'>): string {
  const group = request.by === null ? 'group_type IS NULL' : `group_type = ${sqlText(request.by)}`;
  return `SELECT area, period_from AS date, period_to, ${request.by === null ? 'NULL' : `coalesce(group_value, ${sqlText(NOT_RECORDED)})`} AS grp,
  numerator, denominator, value, flag, base, release
FROM published_figure
WHERE measure = ${sqlText(feed.measure)} AND ${group} AND ${request.inForce}
ORDER BY 1, 4, 2`;
}

function span(time: string, { from, to }: FeedRequest): string {
  return [
    from === null ? '' : ` AND ${time} >= DATE ${sqlText(from)}`,
    to === null ? '' : ` AND ${time} <= DATE ${sqlText(to)}`,
  ].join('');
}
