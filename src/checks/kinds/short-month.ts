import type { IsoDate } from '../../foundation/iso-date.ts';
import { addMonths } from '../../foundation/iso-date.ts';
import type { CheckOf } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import { fromRows, groupPositions, keyColumns, RELEASES, timeOf } from '../rows-sql.ts';
import { shortMonths } from '../rules/short-months.ts';
import { ask, inForce, sourcesHeld, type Scope } from '../scope.ts';
import { areaOf, numberAt, seriesRows, type SeriesRows } from '../series-rows.ts';
import { monthName, oneIn, partName, percent, whole } from '../words.ts';
import { problemOf } from './problem-of.ts';

/** Months that are a small part of those around them: likely a gap in publication. */
export async function checkShortMonths(check: CheckOf<'short-month'>, scope: Scope): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const rows of check.series) {
    const sources = sourcesHeld(scope, rows.table, rows.sources);
    if (sources.length === 0) continue;
    const from = fromRows({ ...rows, sources, inForce: inForce(scope, rows.table) });
    const found = await ask(
      scope,
      `SELECT ${keyColumns(rows.key)}, ${timeOf(rows.table)} AS month, CAST(${rows.value} AS DOUBLE) AS n, ${RELEASES} AS releases
${from} GROUP BY ${groupPositions(rows.key, 1)} ORDER BY ${groupPositions(rows.key, 1)}`,
    );
    const published = monthsOfSources(found);
    for (const series of seriesRows(found, rows.key)) {
      const months = filled(series, published.get(series.source) ?? []);
      for (const each of shortMonths(months, check))
        problems.push(
          problemOf(check, scope, rows.table, series, {
            from: each.month,
            to: each.month,
            releases: releasesAt(series, each.month),
            seen: `${partName(areaOf(series, scope), series.part, rows.table)}: ${whole(each.count)} in ${monthName(each.month)}, ${percent(each.count / each.usual)} of what the months around it have (${whole(each.usual)}).${END_WORDS[each.end ?? 'neither']}`,
            rule: `A month below ${percent(check.share)} of the median of its neighbours, ${each.end === null ? 'with months at least twice as high on both sides' : 'at an end of the series'}. By chance and the unrest of this series: ${oneIn(each.chance)}.`,
          }),
        );
    }
  }
  return problems;
}

const END_WORDS = {
  first: ' It is the first month held: the publication may begin in the course of it.',
  last: ' It is the latest month: what is held may be only its beginning.',
  neither: '',
};

/** The months that each source published anything of. */
function monthsOfSources(rows: readonly { readonly [column: string]: unknown }[]): Map<string, IsoDate[]> {
  const bySource = Map.groupBy(rows, (row) => String(row['source']));
  return new Map(
    [...bySource].map(([source, own]) => [
      source,
      [...new Set(own.map((row) => String(row['month'])))].toSorted() as IsoDate[],
    ]),
  );
}

/** A month that the source published and in which the series does not stand is a count of nought, not a gap. */
function filled(
  { rows, part }: SeriesRows,
  published: readonly IsoDate[],
): { readonly month: IsoDate; readonly count: number }[] {
  const counts = new Map(rows.map((row) => [String(row['month']), numberAt(row, 'n')]));
  const known = [...counts.keys()].toSorted();
  const [first, last] = [known[0] ?? '', known.at(-1) ?? ''];
  // Forces publish on their own: what another one published says nothing of this one's silence.
  const months = 'force' in part ? (known as IsoDate[]) : published;
  return months
    .filter((month) => month >= first && (month <= last || month <= addMonths(last as IsoDate, 1)))
    .map((month) => ({ month, count: counts.get(month) ?? 0 }));
}

function releasesAt({ rows }: SeriesRows, month: IsoDate): string[] {
  return rows.filter((row) => row['month'] === month).flatMap((row) => String(row['releases']).split(' '));
}
