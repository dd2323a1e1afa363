import { endOfMonth, type IsoDate } from '../../foundation/iso-date.ts';
import type { TableName } from '../../lake/tables.ts';
import type { Check } from '../check-schema.ts';
import type { Problem } from '../problem.ts';
import type { Scope } from '../scope.ts';
import { areaOf, type SeriesRows } from '../series-rows.ts';

/** What one kind of check sees in one series: the rest of the problem follows from the check. */
export interface Seen {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly seen: string;
  readonly rule: string;
  readonly releases?: readonly string[];
  readonly column?: string;
  readonly measures?: readonly string[];
}

/** Columns that say where, which `area` says already. */
const PLACES: ReadonlySet<string> = new Set(['force', 'area', 'borough']);

/** A problem, put together from the check, the series and what was seen. */
export function problemOf(
  check: Check,
  scope: Scope,
  table: TableName,
  series: Pick<SeriesRows, 'part'> & { readonly source: string | null },
  seen: Seen,
): Problem {
  const part = Object.fromEntries(Object.entries(series.part).filter(([column]) => !PLACES.has(column)));
  return {
    check: check.id,
    title: check.title,
    effect: check.effect,
    table,
    source: series.source,
    area: areaOf(series, scope),
    part,
    from: seen.from,
    to: endOfMonth(seen.to),
    releases: [...new Set(seen.releases ?? [])].toSorted(),
    seen: seen.seen,
    rule: seen.rule,
    may_mean: check.may_mean.trim(),
    do: check.do.trim(),
    column: seen.column ?? null,
    measures: seen.measures ?? null,
  };
}
