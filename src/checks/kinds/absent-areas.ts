import type { IsoDate } from '../../foundation/iso-date.ts';
import { sqlText } from '../../lake/engine.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { monthsName } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Areas without a figure in a period in which nearly all others have one, though they have one in another period. */
export async function checkAbsentAreas(check: CheckOf<'absent-area'>, scope: Scope): Promise<Problem[]> {
  const table = 'published_figure';
  const sources = sourcesHeld(scope, table, check.sources);
  if (sources.length === 0) return [];
  const rows = await ask(
    scope,
    `WITH figures AS (SELECT DISTINCT source, measure, area_type, area, period_from, period_to FROM published_figure
  WHERE source IN (${sources.map(sqlText).join(', ')}) AND ${inForce(scope, table)} AND group_type IS NULL AND value IS NOT NULL AND period_from IS NOT NULL AND area_type IN ('force', 'borough')),
periods AS (SELECT source, measure, area_type, period_from, period_to, count(*) AS areas FROM figures GROUP BY 1, 2, 3, 4, 5),
known AS (SELECT source, measure, area_type, area, min(period_from) AS first FROM figures GROUP BY 1, 2, 3, 4),
sizes AS (SELECT source, measure, area_type, count(*) AS areas FROM known GROUP BY 1, 2, 3)
SELECT k.source, k.measure, k.area, p.period_from, p.period_to, p.areas AS present, s.areas AS all_areas
FROM known k JOIN periods p USING (source, measure, area_type) JOIN sizes s USING (source, measure, area_type)
LEFT JOIN figures f ON f.source = k.source AND f.measure = k.measure AND f.area_type = k.area_type AND f.area = k.area AND f.period_from = p.period_from AND f.period_to = p.period_to
WHERE f.area IS NULL AND s.areas >= ${check.areas} AND p.areas >= ${check.present} * s.areas ORDER BY 1, 2, 3, 4`,
  );
  return rows.map((row) =>
    problemOf(
      check,
      scope,
      table,
      { source: String(row['source']), part: { area: String(row['area']), measure: String(row['measure']) } },
      {
        from: String(row['period_from']) as IsoDate,
        to: String(row['period_to']) as IsoDate,
        measures: [`${String(row['measure'])}*`],
        seen: `${String(row['area'])} has no figure of ${String(row['measure'])} for ${monthsName(String(row['period_from']), String(row['period_to']))}; ${String(row['present'])} of ${String(row['all_areas'])} areas have one.`,
        rule: `At least ${check.present * 100}% of the areas that the publication ever names have a figure in the period, and this one does not.`,
      },
    ),
  );
}
