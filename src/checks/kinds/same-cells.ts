import type { IsoDate } from '../../foundation/iso-date.ts';
import { sqlName } from '../../lake/engine.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { fromRows, groupPositions, keyColumns, RELEASES, timeOf } from '../rows-sql.ts';
import { coincidence } from '../rules/coincidence.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { areaOf, numberAt, seriesRows, type SeriesRows } from '../series-rows.ts';
import { monthName, oneIn, partName, whole } from '../words.ts';
import { problemOf } from './problem-of.ts';

type CellsCheck = CheckOf<'copied-month'> | CheckOf<'doubled-month'>;

/** Fewer cells, or a smaller total, prove nothing. */
const FEWEST_CELLS = 5;

/** The same counts in every cell of two months: one file imported, or published, under two names. */
export async function checkCopiedMonths(check: CheckOf<'copied-month'>, scope: Scope): Promise<Problem[]> {
  const monthly = await monthsOfCells(check, scope, "string_agg(concat(cell, '=', n), ';' ORDER BY cell)");
  return monthly.flatMap(({ table, series }) => {
    const byCells = [...Map.groupBy(series.rows, (row) => String(row['fingerprint'])).values()];
    return byCells.flatMap((same) => {
      const [first, ...copies] = same;
      const chance = 10 ** coincidence(countsOf(String(first?.['fingerprint'] ?? '')));
      if (!first || copies.length === 0 || numberAt(first, 'cells') < FEWEST_CELLS || chance > check.chance)
        return [];
      return copies.map((copy) =>
        problemOf(check, scope, table, series, {
          from: monthOf(copy),
          to: monthOf(copy),
          releases: releasesOf(copy),
          seen: `${partName(areaOf(series, scope), series.part, table)}: ${monthName(monthOf(copy))} has the same ${whole(numberAt(copy, 'cells'))} counts as ${monthName(monthOf(first))}, to the last one.`,
          rule: `Two months are alike in every cell. By chance: ${oneIn(chance)}.`,
        }),
      );
    });
  });
}

/** A month in which every count is even: each offence counted twice. */
export async function checkDoubledMonths(check: CheckOf<'doubled-month'>, scope: Scope): Promise<Problem[]> {
  const monthly = await monthsOfCells(check, scope, 'count(*) FILTER (WHERE n % 2 <> 0)');
  return monthly.flatMap(({ table, series }) =>
    series.rows.flatMap((row) => {
      const cells = numberAt(row, 'cells');
      const chance = 0.5 ** cells;
      if (row['fingerprint'] !== 0 || chance > check.chance) return [];
      return [
        problemOf(check, scope, table, series, {
          from: monthOf(row),
          to: monthOf(row),
          releases: releasesOf(row),
          seen: `${partName(areaOf(series, scope), series.part, table)}: every one of the ${whole(cells)} counts of ${monthName(monthOf(row))} is even.`,
          rule: `Counts are odd as often as even. All even by chance: ${oneIn(chance)}.`,
        }),
      ];
    }),
  );
}

/** One row a month: what its cells have in common, how many are filled, and the releases. */
async function monthsOfCells(
  check: CellsCheck,
  scope: Scope,
  fingerprint: string,
): Promise<{ readonly table: CellsCheck['series'][number]['table']; readonly series: SeriesRows }[]> {
  const all = await Promise.all(
    check.series.map(async (rows) => {
      const sources = sourcesHeld(scope, rows.table, rows.sources);
      if (sources.length === 0) return [];
      // Cells are named only after they are counted: naming each row would cost more than all the rest.
      const columns = rows.cells.map((column, index) => `${sqlName(column)} AS cell${index}`).join(', ');
      const cell = rows.cells.map((_, index) => `coalesce(CAST(cell${index} AS VARCHAR), '')`).join(', ');
      const positions = groupPositions(rows.key, 1);
      const inner = `SELECT ${keyColumns(rows.key)}, ${timeOf(rows.table)} AS month, ${columns}, CAST(${rows.value} AS BIGINT) AS n, min(release) AS release
${fromRows({ ...rows, sources, inForce: inForce(scope, rows.table) })} GROUP BY ${groupPositions(rows.key, 1 + rows.cells.length)}`;
      const found = await ask(
        scope,
        `SELECT source${rows.key.map((_, index) => `, k${index}`).join('')}, month, count(*) AS cells, ${fingerprint} AS fingerprint, ${RELEASES} AS releases
FROM (SELECT *, concat_ws('|', ${cell}) AS cell FROM (${inner})) WHERE n > 0 GROUP BY ${positions} ORDER BY ${positions}`,
      );
      return seriesRows(found, rows.key).map((series) => ({ table: rows.table, series }));
    }),
  );
  return all.flat();
}

function countsOf(fingerprint: string): number[] {
  return fingerprint.split(';').map((cell) => Number(cell.slice(cell.lastIndexOf('=') + 1)));
}

function monthOf(row: SeriesRows['rows'][number]): IsoDate {
  return String(row['month']) as IsoDate;
}

function releasesOf(row: SeriesRows['rows'][number]): string[] {
  return String(row['releases']).split(' ');
}
