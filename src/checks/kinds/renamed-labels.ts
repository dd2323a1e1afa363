import type { IsoDate } from '../../foundation/iso-date.ts';
import { sqlName } from '../../lake/engine.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { fromRows, groupPositions, keyColumns, timeOf } from '../rows-sql.ts';
import { renamed } from '../rules/renamed.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { areaOf, numberAt, seriesRows } from '../series-rows.ts';
import { monthName, partName, whole } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Labels that end in the month in which another begins. */
export async function checkRenamedLabels(check: CheckOf<'renamed-label'>, scope: Scope): Promise<Problem[]> {
  const sources = sourcesHeld(scope, check.table, check.sources);
  if (sources.length === 0) return [];
  const problems: Problem[] = [];
  for (const column of check.columns) {
    const found = await ask(
      scope,
      `SELECT ${keyColumns(check.key)}, ${timeOf(check.table)} AS month, CAST(${sqlName(column)} AS VARCHAR) AS label, CAST(${check.value} AS DOUBLE) AS n
${fromRows({ ...check, sources, inForce: inForce(scope, check.table) })} AND ${sqlName(column)} IS NOT NULL GROUP BY ${groupPositions(check.key, 2)}`,
    );
    for (const series of seriesRows(found, check.key)) {
      const months = [...new Set(series.rows.map((row) => String(row['month'])))].toSorted() as IsoDate[];
      const labels = [...Map.groupBy(series.rows, (row) => String(row['label']))].map(([label, own]) => {
        const counts = new Map(own.map((row) => [String(row['month']), numberAt(row, 'n')]));
        return { label, counts: months.map((month) => counts.get(month) ?? 0) };
      });
      for (const { ended, began, month, before, after } of renamed(months, labels))
        problems.push(
          problemOf(check, scope, check.table, series, {
            from: month,
            to: month,
            column,
            seen: `${partName(areaOf(series, scope), series.part, check.table)}: in ${column.replaceAll('_', ' ')}, "${ended}" (about ${whole(before)} a month) ends and "${began}" (about ${whole(after)}) begins in ${monthName(month)}.`,
            rule: 'A label that stood for six months without a gap ends for good within a month of the first of another.',
          }),
        );
    }
  }
  return problems;
}
