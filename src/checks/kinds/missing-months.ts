import type { IsoDate } from '../../foundation/iso-date.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { fromRows, groupPositions, keyColumns, timeOf } from '../rows-sql.ts';
import { missingMonths } from '../rules/missing-months.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { areaOf, seriesRows } from '../series-rows.ts';
import { monthsName, partName } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Whole months between the first and the last of a publication of which nothing is held. */
export async function checkMissingMonths(check: CheckOf<'missing-months'>, scope: Scope): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const rows of check.series) {
    const sources = sourcesHeld(scope, rows.table, rows.sources);
    if (sources.length === 0) continue;
    const found = await ask(
      scope,
      `SELECT ${keyColumns(rows.key)}, ${timeOf(rows.table)} AS month
${fromRows({ ...rows, sources, inForce: inForce(scope, rows.table) })} GROUP BY ${groupPositions(rows.key, 1)}`,
    );
    for (const series of seriesRows(found, rows.key)) {
      const months = series.rows.map((row) => String(row['month']) as IsoDate);
      for (const { from, to, months: count } of missingMonths(months))
        problems.push(
          problemOf(check, scope, rows.table, series, {
            from,
            to,
            seen: `${partName(areaOf(series, scope), series.part, rows.table)}: nothing is held of ${monthsName(from, to)} (${count} ${count === 1 ? 'month' : 'months'}), though earlier and later months are.`,
            rule: 'Whole months without a row between the first and the last month held.',
          }),
        );
    }
  }
  return problems;
}
