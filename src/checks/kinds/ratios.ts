import type { IsoDate } from '../../foundation/iso-date.ts';
import { normalTwoSided } from '../../statistics/index.ts';
import type { Row } from '../../lake/engine.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { fromRows, groupPositions, keyColumns, RELEASES, timeOf } from '../rows-sql.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { areaOf, numberAt, seriesRows } from '../series-rows.ts';
import { monthName, oneIn, partName, whole } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Two numbers of the same place and time whose ratio cannot be, or is not expected to be: parts above their whole, sums that do not add up. */
export async function checkRatios(check: CheckOf<'ratio'>, scope: Scope): Promise<Problem[]> {
  const [part, whole] = [sideSql(check, 'part', scope), sideSql(check, 'whole', scope)];
  if (part === null || whole === null) return [];
  const columns = [...check.key.map((_, index) => `k${index}`), 'month'];
  // A blank in the key ("everybody" in a column of groups) meets the blank of the other side.
  const on = columns.map((column) => `w.${column} IS NOT DISTINCT FROM p.${column}`).join(' AND ');
  const named = columns.map((column) => `w.${column}`).join(', ');
  const found = await ask(
    scope,
    `SELECT w.source, ${named}, p.n AS part, w.n AS whole, concat_ws(' ', p.releases, w.releases) AS releases
FROM (${whole}) w JOIN (${part}) p ON ${on} WHERE w.n >= ${check.from} ORDER BY w.source, ${named}`,
  );
  return seriesRows(found, check.key).flatMap((series) =>
    series.rows.flatMap((row) => {
      const fault = faultOf(check, row);
      const month = String(row['month']) as IsoDate;
      if (fault === null) return [];
      return [
        problemOf(check, scope, check.table, series, {
          from: month,
          to: month,
          releases: String(row['releases']).split(' '),
          measures: check.measures,
          seen: `${partName(areaOf(series, scope), series.part, check.table)}, ${monthName(month)}: ${number(numberAt(row, 'part'))} against ${number(numberAt(row, 'whole'))}.`,
          rule: fault,
        }),
      ];
    }),
  );
}

function number(value: number): string {
  return Number.isInteger(value) ? whole(value) : String(Number(value.toPrecision(4)));
}

/** By which bound a pair fails, and how unlikely that is; null for a pair that is in order. */
function faultOf({ least, most, chance, held_from: heldFrom }: CheckOf<'ratio'>, row: Row): string | null {
  const [part, all] = [numberAt(row, 'part'), numberAt(row, 'whole')];
  const ratio = part / all;
  if (ratio < heldFrom) return null;
  const bound = most !== undefined && ratio > most ? most : ratio < least ? least : null;
  if (bound === null) return null;
  const said =
    bound === most
      ? `The first may be at most ${bound === 1 ? 'the second' : `${bound} times the second`}.`
      : `The first should be at least ${bound} times the second.`;
  if (chance === undefined) return said;
  const z =
    (Math.log(Math.max(part, 0.5) / all) - Math.log(Math.max(bound, 1e-9))) /
    Math.sqrt(1 / Math.max(part, 0.5) + 1 / all);
  const p = normalTwoSided(z);
  return p > chance ? null : `${said} Beyond that by chance: ${oneIn(p)}.`;
}

function sideSql(check: CheckOf<'ratio'>, which: 'part' | 'whole', scope: Scope): string | null {
  const side = check[which];
  const table = side.table ?? check.table;
  const sources = sourcesHeld(scope, table, side.sources ?? check.sources);
  if (sources.length === 0) return null;
  const where = `(${check.where}) AND (${side.where})`;
  const from = fromRows({ table, sources, where, inForce: inForce(scope, table) });
  const inner = `SELECT ${keyColumns(side.key ?? check.key)}, ${side.time ?? timeOf(table)} AS month, CAST(${side.value} AS DOUBLE) AS n, ${RELEASES} AS releases
${from} GROUP BY ${groupPositions(check.key, 1)}`;
  // Where the two sides are of different sources, the first needs no name for its own.
  return which === 'whole' ? inner : `SELECT * EXCLUDE (source) FROM (${inner}) WHERE n IS NOT NULL`;
}
