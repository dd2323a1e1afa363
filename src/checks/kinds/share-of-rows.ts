import type { IsoDate } from '../../foundation/iso-date.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { fromRows, groupPositions, keyColumns, RELEASES, timeOf } from '../rows-sql.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { areaOf, numberAt, seriesRows } from '../series-rows.ts';
import { monthName, partName, percent, whole } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Months in which a larger share of the rows than can be is of some kind: midnight, one place, the future. */
export async function checkShareOfRows(check: CheckOf<'share-of-rows'>, scope: Scope): Promise<Problem[]> {
  const sources = sourcesHeld(scope, check.table, check.sources);
  if (sources.length === 0) return [];
  const where = check.where.replaceAll(':today', `DATE '${scope.today}'`);
  const found = await ask(
    scope,
    `SELECT ${keyColumns(check.key)}, ${timeOf(check.table)} AS month, count(*) AS n, CAST(${check.share} AS DOUBLE) AS share, ${RELEASES} AS releases
${fromRows({ ...check, where, sources, inForce: inForce(scope, check.table) })} GROUP BY ${groupPositions(check.key, 1)} HAVING count(*) >= ${check.rows} ORDER BY ${groupPositions(check.key, 1)}`,
  );
  return seriesRows(found, check.key).flatMap((series) =>
    series.rows
      .filter((row) => numberAt(row, 'share') > check.above)
      .map((row) => {
        const month = String(row['month']) as IsoDate;
        return problemOf(check, scope, check.table, series, {
          from: month,
          to: month,
          releases: String(row['releases']).split(' '),
          seen: `${partName(areaOf(series, scope), series.part, check.table)}, ${monthName(month)}: ${percent(numberAt(row, 'share'))} of ${whole(numberAt(row, 'n'))} rows.`,
          rule: `${check.title}: more than ${percent(check.above)} of the rows of a month with at least ${whole(check.rows)}.`,
        });
      }),
  );
}
