import { join } from 'node:path';
import { z } from 'zod';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { readYaml } from '../../foundation/read-yaml.ts';
import { sqlText } from '../../lake/engine.ts';
import type { Sample } from '../input/input-file.ts';
import { hasRawColumns, otherColumns, rawColumns } from '../raw/columns.ts';
import { meaningOf } from '../raw/labels.ts';
import { isNoCount, markIn, numberIn } from '../raw/marks.ts';
import type { QueryPlan, QuerySource, RawTable, SourceContext } from '../source.ts';
import { areaNamed, day, month } from '../table/cells.ts';
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
  recognises: (sample) => isLayout(layout, sample),
  plan: (table, context) => planBreakdown(layout, table, context),
}));

function isLayout({ columns, exactly }: Layout, sample: Sample): boolean {
  if (!hasRawColumns(sample, columns)) return false;
  return exactly !== true || sample.csv?.header.length === columns.length;
}

async function planBreakdown(layout: Layout, table: RawTable, context: SourceContext): Promise<QueryPlan> {
  const at = positions(layout, table);
  const position = (column: string): number => at[column] ?? -1;
  const times = await timesOf(layout, table, position);
  const places = await placesOf(layout, table, position, context);
  const extra = otherColumns(table, at);
  const cells = layout.wide ? wideCells(layout.wide, extra) : longCells(layout, position);
  return {
    scope: layout.id,
    force: layout.force ?? null,
    warnings:
      extra.length === 0 || layout.wide
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
      ...cells.columns.map(({ at }) => ({
        column: table.header[at] ?? '',
        bad: isNoCount(`c${at}`),
        reason: 'neither a count nor a mark that stands for one',
      })),
    ],
    unpivot: {
      columns: cells.columns,
      values: { ...cells.values, value: numberIn('cell'), flag: markIn('cell') },
    },
    notices: [],
  };
}

/** The columns that hold figures, and what is said of each beside its value. */
interface Cells {
  readonly columns: readonly { readonly at: number; readonly label: string }[];
  readonly values: Readonly<Record<string, string>>;
}

/** A column for each thing that is counted. */
function longCells(layout: Layout, position: (column: string) => number): Cells {
  const measures = (layout.measures ?? []).filter(({ column }) => position(column) !== -1);
  const units = measures.map(({ name, unit }) => `WHEN ${sqlText(name)} THEN ${sqlText(unit)}`).join(' ');
  return {
    columns: measures.map(({ column, name }) => ({ at: position(column), label: name })),
    values: { ...(layout.measure_by ? {} : { measure: 'label' }), unit: `CASE label ${units} END` },
  };
}

/** A column for each group of one characteristic: all columns that the layout does not name. */
function wideCells(
  wide: NonNullable<Layout['wide']>,
  extra: readonly { readonly name: string; readonly at: number }[],
): Cells {
  const heading = wide.heading === undefined ? null : new RegExp(wide.heading);
  const named = extra.flatMap(({ name, at }) => {
    const label = heading === null ? name : heading.exec(name)?.[1];
    return label === undefined ? [] : [{ at, label }];
  });
  return {
    columns: [...new Map(named.map((column) => [column.label, column])).values()],
    values: { measure: sqlText(wide.name), unit: sqlText(wide.unit), [wide.as]: 'label' },
  };
}

async function timesOf(
  { period }: Layout,
  table: RawTable,
  position: (column: string) => number,
): Promise<Awaited<ReturnType<typeof meaningOf<'from' | 'to'>>>> {
  if (period.kind === 'none') return { sql: { from: 'NULL', to: 'NULL' }, checks: [] };
  if (period.kind === 'day')
    return { sql: { from: sqlText(period.day), to: sqlText(period.day) }, checks: [] };
  const columns = period.columns.map(position);
  const column = period.columns[0] ?? '';
  return meaningOf(table, columns, ['from', 'to'], (first = '', second = '') => {
    if (period.kind === 'year-ending') return yearTo(day(first, column));
    if (period.kind === 'month') return wholeMonth(month(first, column));
    if (period.kind === 'month-name') return wholeMonth(month(`${second} ${first}`, column));
    return required(calendarYear(first), first, column);
  });
}

/** Where each column that the layout names stands; only those of `columns` must be there. */
function positions(layout: Layout, table: RawTable): Readonly<Record<string, number>> {
  const named = new Set([
    ...layout.columns,
    ...(layout.measures ?? []).map(({ column }) => column),
    ...(layout.measure_by ? [layout.measure_by.column] : []),
    ...(layout.ignored ?? []),
  ]);
  const optional = [...named].filter((name) => !layout.columns.includes(name));
  const found = rawColumns(table, Object.fromEntries([...named].map((name) => [name, [name]])), optional);
  return Object.fromEntries(Object.entries(found).filter(([name]) => !layout.groups?.includes(name)));
}

async function placesOf(
  { area, force }: Layout,
  table: RawTable,
  position: (column: string) => number,
  { areas }: SourceContext,
): Promise<Awaited<ReturnType<typeof meaningOf<'area' | 'type' | 'force'>>>> {
  const whole = force === undefined ? null : areas.bySlug(force);
  const fixed = { area: whole?.name ?? null, type: whole?.type ?? null, force: force ?? null };
  if (!area) return fixedPlace(fixed);
  if ('always' in area) return fixedPlace({ area: area.always, type: area.type, force: null });
  if ('as' in area) {
    const columns = [area.column, ...(area.code === undefined ? [] : [area.code])].map(position);
    return meaningOf(table, columns, ['area', 'type', 'force'], (name = '', code = '') => {
      if (name === '') throw new RowFault(area.column, 'the row names no area');
      const known = code === '' ? null : areas.byCode(code);
      return { area: known?.name ?? name, type: known?.type ?? area.as, force: null };
    });
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

function fixedPlace(place: {
  readonly area: string | null;
  readonly type: string | null;
  readonly force: string | null;
}): Awaited<ReturnType<typeof meaningOf<'area' | 'type' | 'force'>>> {
  const sql = { area: textOrNull(place.area), type: textOrNull(place.type), force: textOrNull(place.force) };
  return { sql, checks: [] };
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
  if (position(by.column) === -1) return { measure: sqlText(measures?.[0]?.name ?? '') };
  const cell = `c${position(by.column)}`;
  const cases = Object.entries(by.names).map(([text, name]) => `WHEN ${sqlText(text)} THEN ${sqlText(name)}`);
  return {
    measure: `CASE ${cell} ${cases.join(' ')} ELSE concat(${sqlText(`${measures?.[0]?.name ?? ''}: `)}, ${cell}) END`,
  };
}

function textOrNull(text: string | null): string {
  return text === null ? 'NULL' : sqlText(text);
}
