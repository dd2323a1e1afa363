import type { IsoDate } from '../../foundation/iso-date.ts';
import { sqlName } from '../../lake/engine.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { fromRows, groupPositions, keyColumns, timeOf } from '../rows-sql.ts';
import { leaps } from '../rules/leaps.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { areaOf, numberAt, seriesRows } from '../series-rows.ts';
import { monthName, monthsName, oneIn, partName, percent } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Columns that are suddenly left blank, or suddenly filled, for much more of the rows than before. */
export async function checkMissingLeaps(check: CheckOf<'missing-leaps'>, scope: Scope): Promise<Problem[]> {
  const sources = sourcesHeld(scope, check.table, check.sources);
  if (sources.length === 0) return [];
  const blanks = check.columns
    .map((column, index) => `count(*) - count(${sqlName(column)}) AS b${index}`)
    .join(', ');
  const found = await ask(
    scope,
    `SELECT ${keyColumns(check.key)}, ${timeOf(check.table)} AS month, count(*) AS n, ${blanks}
${fromRows({ ...check, sources, inForce: inForce(scope, check.table) })} GROUP BY ${groupPositions(check.key, 1)} ORDER BY ${groupPositions(check.key, 1)}`,
  );
  return seriesRows(found, check.key).flatMap((series) =>
    check.columns.flatMap((column, index) => {
      const shares = series.rows.map((row) => ({
        month: String(row['month']) as IsoDate,
        count: numberAt(row, `b${index}`),
        of: numberAt(row, 'n'),
      }));
      return leaps(shares, check).map((leap) =>
        problemOf(check, scope, check.table, series, {
          from: leap.from,
          to: leap.lasting ? leap.from : leap.to,
          column,
          seen: `${partName(areaOf(series, scope), series.part, check.table)}: ${column.replaceAll('_', ' ')} is blank in ${percent(leap.share)} of the rows ${leap.lasting ? `from ${monthName(leap.from)} on` : `of ${monthsName(leap.from, leap.to)}`}, after ${percent(leap.before)} in the months before.`,
          rule: `The share not recorded moves by more than ${percent(check.by).replace('%', ' percentage points')} from the median of six months. By chance in the rows: ${oneIn(leap.chance)}.`,
        }),
      );
    }),
  );
}
