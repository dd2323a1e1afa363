import { join } from 'node:path';
import { z } from 'zod';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { readYaml } from '../../foundation/read-yaml.ts';
import { sqlText } from '../../lake/engine.ts';
import { otherColumns, rawColumns } from '../raw/columns.ts';
import { meaningOf } from '../raw/labels.ts';
import { isNoCount, markIn, numberIn } from '../raw/marks.ts';
import type { QueryPlan, QuerySource, RawTable, SourceContext } from '../source.ts';
import { areaNamed, day, month } from '../table/cells.ts';
import { hasColumns } from '../table/heads.ts';
import { calendarYear, wholeMonth, yearTo, type Period } from '../table/period.ts';
import { RowFault } from '../table/row-fault.ts';
import { CHARACTERISTICS, layoutSchema, type Layout } from './layout.ts';

/** Long tables of counts by several characteristics: a source for each layout of `catalogue/layouts/breakdowns.yaml`. */
export const breakdowns: readonly QuerySource[] = readYaml(
  join(CATALOGUE_DIR, 'layouts', 'breakdowns.yaml'),
  z.array(layoutSchema),
).map((layout) => ({
  kind: 'query',
  id: layout.id,
  table: 'breakdown',
  title: layout.title,
  publisher: layout.publisher,
  licence: layout.licence,
  address: layout.address,
  looksLike: `${layout.columns.join(', ')} (delimited text or Parquet)`,
  recognises: (sample) => hasColumns(sample, layout.columns),
  plan: (table, context) => planBreakdown(layout, table, context),
}));

async function planBreakdown(layout: Layout, table: RawTable, context: SourceContext): Promise<QueryPlan> {
  const at = positions(layout, table);
  const position = (column: string): number => at[column] ?? -1;
  const periods = layout.period.columns.map(position);
  const times = await meaningOf(table, periods, ['from', 'to'], (...cells) =>
    periodOf(layout, cells, table.header[periods[0] ?? 0] ?? ''),
  );
  const places = await placesOf(layout, table, position, context);
  const measures = layout.measures.filter(({ column }) => position(column) !== -1);
  const extra = otherColumns(table, at);
  return {
    scope: layout.id,
    force: layout.force ?? null,
    warnings:
      extra.length === 0
        ? []
        : [
            `columns that are not part of the layout were left out: ${extra.map(({ name }) => name).join(', ')}`,
          ],
    columns: {
      force: places.sql.force,
      area: places.sql.area,
      area_type: places.sql.type,
      period_from: times.sql.from,
      period_to: times.sql.to,
      ...Object.fromEntries(
        CHARACTERISTICS.map((name) => [name, characteristic(layout, layout[name], position)]),
      ),
      ...measureBy(layout, position),
    },
    checks: [
      ...times.checks,
      ...places.checks,
      ...measures.map(({ column }) => ({
        column,
        bad: isNoCount(`c${position(column)}`),
        reason: 'neither a count nor a mark that stands for one',
      })),
    ],
    unpivot: {
      columns: measures.map(({ column, name }) => ({ at: position(column), label: name })),
      values: {
        ...(layout.measure_by ? {} : { measure: 'label' }),
        value: numberIn('cell'),
        flag: markIn('cell'),
        unit: `CASE label ${measures.map(({ name, unit }) => `WHEN ${sqlText(name)} THEN ${sqlText(unit)}`).join(' ')} END`,
      },
    },
    notices: [],
  };
}

/** Where each column that the layout names stands; only those of `columns` must be there. */
function positions(layout: Layout, table: RawTable): Readonly<Record<string, number>> {
  const named = new Set([
    ...layout.columns,
    ...layout.measures.map(({ column }) => column),
    ...(layout.measure_by ? [layout.measure_by.column] : []),
    ...(layout.ignored ?? []),
  ]);
  const optional = [...named].filter((name) => !layout.columns.includes(name));
  return rawColumns(table, Object.fromEntries([...named].map((name) => [name, [name]])), optional);
}

async function placesOf(
  { area, force }: Layout,
  table: RawTable,
  position: (column: string) => number,
  { areas }: SourceContext,
): Promise<Awaited<ReturnType<typeof meaningOf<'area' | 'type' | 'force'>>>> {
  const whole = force === undefined ? null : areas.bySlug(force);
  const fixed = { area: whole?.name ?? null, type: whole?.type ?? null, force: force ?? null };
  if (!area) {
    const sql = {
      area: textOrNull(fixed.area),
      type: textOrNull(fixed.type),
      force: textOrNull(fixed.force),
    };
    return { sql, checks: [] };
  }
  return meaningOf(table, [position(area.column)], ['area', 'type', 'force'], (cell = '') => {
    if (cell === '' && area.otherwise !== undefined && area.otherwise === fixed.area) return fixed;
    const found = areaNamed(areas, cell, area.types, area.column);
    return {
      area: found.name,
      type: found.type,
      force: force ?? (found.type === 'force' ? found.slug : null),
    };
  });
}

function periodOf(
  { period }: Layout,
  cells: readonly string[],
  column: string,
): Readonly<Record<'from' | 'to', string>> {
  const [first = '', second = ''] = cells;
  if (period.kind === 'year-ending') return yearTo(day(first, column));
  if (period.kind === 'month') return wholeMonth(month(first, column));
  if (period.kind === 'month-name') return wholeMonth(month(`${second} ${first}`, column));
  return required(calendarYear(first), first, column);
}

function required(period: Period | null, cell: string, column: string): Period {
  if (period) return period;
  throw new RowFault(column, `"${cell}" is not a year`);
}

function characteristic(
  { fold }: Layout,
  columns: readonly string[] | undefined,
  position: (column: string) => number,
): string {
  if (columns === undefined) return 'NULL';
  const parts = columns.map((column) => {
    const cell = `c${position(column)}`;
    return fold?.includes(column) ? `concat(upper(left(${cell}, 1)), lower(substr(${cell}, 2)))` : cell;
  });
  return parts.length === 1 ? (parts[0] ?? 'NULL') : `nullif(concat_ws(', ', ${parts.join(', ')}), '')`;
}

/** What is counted, where another column says it: sheets that count the same things in different ways. */
function measureBy(
  { measure_by: by, measures }: Layout,
  position: (column: string) => number,
): { readonly measure?: string } {
  if (!by) return {};
  if (position(by.column) === -1) return { measure: sqlText(measures[0]?.name ?? '') };
  const cell = `c${position(by.column)}`;
  const cases = Object.entries(by.names).map(([text, name]) => `WHEN ${sqlText(text)} THEN ${sqlText(name)}`);
  return {
    measure: `CASE ${cell} ${cases.join(' ')} ELSE concat(${sqlText(`${measures[0]?.name ?? ''}: `)}, ${cell}) END`,
  };
}

function textOrNull(text: string | null): string {
  return text === null ? 'NULL' : sqlText(text);
}
