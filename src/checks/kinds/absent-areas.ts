import type { IsoDate } from '../../foundation/iso-date.ts';
import { columnsOf, type TableName } from '../../lake/tables.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { fromRows, groupPositions, keyColumns, timeOf } from '../rows-sql.ts';
import { absentPeriods, type Presence } from '../rules/absent.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { areaOf, seriesRows } from '../series-rows.ts';
import { monthsName, percent } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Areas without a figure in a period in which nearly all others have one, though they have one in another period. */
export async function checkAbsentAreas(check: CheckOf<'absent-area'>, scope: Scope): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const rows of check.series) {
    const sources = sourcesHeld(scope, rows.table, rows.sources);
    if (sources.length === 0) continue;
    const found = await ask(
      scope,
      `SELECT ${keyColumns(rows.key)}, area, ${timeOf(rows.table)} AS "from", max(${lastDayOf(rows.table)}) AS "to"
${fromRows({ ...rows, sources, inForce: inForce(scope, rows.table) })} AND area IS NOT NULL GROUP BY ${groupPositions(rows.key, 2)}`,
    );
    for (const series of seriesRows(found, rows.key)) {
      const present = series.rows.map((row): Presence => ({
        area: String(row['area']),
        from: String(row['from']) as IsoDate,
        to: String(row['to']) as IsoDate,
      }));
      const figure = series.part[rows.figure] ?? rows.figure;
      for (const { area, from, to, periods, others, all, atStart } of absentPeriods(present, check)) {
        const part = { ...series.part, area };
        problems.push(
          problemOf(
            check,
            scope,
            rows.table,
            { source: series.source, part },
            {
              from,
              to,
              measures: rows.measures ?? measuresCalled(figure),
              seen: `${areaOf({ part }, scope) ?? area} has no figure of "${figure}" for ${monthsName(from, to)}${periods === 1 ? '' : ` (${periods} periods)`}, though it has for other periods; of ${all} areas at least ${others} have one.${atStart ? ' It is absent from the first period on: it may have come into the publication later.' : ''}`,
              rule: `At least ${percent(check.present)} of the areas that the publication ever names have a figure in the period, and this one does not.`,
            },
          ),
        );
      }
    }
  }
  return problems;
}

function lastDayOf(table: TableName): string {
  return columnsOf(table).some(([name]) => name === 'period_to') ? 'period_to' : timeOf(table);
}

/** The measures that a published figure feeds go by its name, without the word that tells a count from a rate. */
function measuresCalled(figure: string): readonly string[] {
  const stem = figure.replace(/-(?:count|rate|headcount)$/, '');
  return [...new Set([figure, stem, `${stem}-rate`])];
}
