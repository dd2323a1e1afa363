import { join } from 'node:path';
import { z } from 'zod';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { readYaml } from '../../foundation/read-yaml.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { foldHeader } from '../table/heads.ts';
import { indicator } from '../table/indicator.ts';
import { calendarYear, type Period } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { layoutSchema, type Layout } from './layout.ts';
import { when } from './when.ts';

/** Series from outside policing, and long national ones: a source for each layout of `catalogue/layouts/outside-series.yaml`. */
export const outsideSeries: readonly RowsSource[] = readYaml(
  join(CATALOGUE_DIR, 'layouts', 'outside-series.yaml'),
  z.array(layoutSchema),
).map((layout) => ({
  kind: 'rows',
  id: layout.id,
  table: 'indicator',
  title: layout.title,
  publisher: layout.publisher,
  licence: layout.licence,
  address: layout.address,
  looksLike: `${layout.header.join(', ')}${layout.years ? ', then a column a year (2012, 2013, …)' : '; no other column'}`,
  recognises: (sample) => isLayout(layout, sample),
  read: (file, context) => readSeries(layout, file, context),
}));

/** These headers are short, so a file must have them and nothing else. */
function isLayout({ header, years }: Layout, { csv }: Sample): boolean {
  const cells = csv?.header.filter((cell) => cell !== '') ?? [];
  const [known, rest] = [cells.slice(0, header.length), cells.slice(header.length)];
  return (
    known.length === header.length &&
    known.every((cell, at) => foldHeader(cell) === foldHeader(header[at] ?? '')) &&
    (years ? rest.length > 0 && rest.every((cell) => calendarYear(cell) !== null) : rest.length === 0)
  );
}

interface Series {
  readonly at: number;
  readonly column: string;
  readonly name: string;
  readonly unit: string;
  /** For a column that is itself a year. */
  readonly period: Period | null;
}

async function readSeries(layout: Layout, file: InputFile, context: SourceContext): Promise<RowsRead> {
  const columns = Object.fromEntries(layout.header.map((name) => [name, [name]]));
  const table = findTable(await readSheets(file), columns, file.path);
  const series = seriesOf(layout, table.at, table.extra);
  const { date } = layout;
  const tally = new Tally();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (column: string): string => record.cells[table.at[column] ?? -1] ?? '';
    tally.record(record, () => {
      const area = areaOf(layout, cell, context);
      const period =
        date === undefined || date.kind === 'none' ? null : when(date.kind, cell(date.column), date.column);
      return series.flatMap((each): LakeRow[] => {
        const name = each.name.replaceAll(/\{([^}]+)\}/g, (_, column: string) => cell(column));
        const row = indicator({
          name,
          area,
          period: each.period ?? period,
          unit: each.unit,
          cell: record.cells[each.at] ?? '',
          column: each.column,
        });
        if (row['flag'] !== null) tally.count('cells hold a mark in place of a figure; it is kept as a flag');
        const key = [name, area, row['date'] ?? null];
        return tally.isNew(key, row['value'] ?? row['flag'] ?? null, record.line, each.column) ? [row] : [];
      });
    });
  }
  if (date?.kind === 'none')
    tally.warn('the file does not say of which year it is; its figures carry no date');
  return tally.finish({ scope: layout.id, force: null, warnings: [] });
}

function seriesOf(
  { series, name, value, years }: Layout,
  at: Readonly<Record<string, number>>,
  extra: readonly { readonly name: string; readonly at: number }[],
): readonly Series[] {
  if (years)
    return extra.map((column) => ({
      at: column.at,
      column: column.name,
      name: name ?? '',
      unit: years.unit,
      period: calendarYear(column.name),
    }));
  const columns = series ?? (value ? [{ ...value, name: name ?? '' }] : []);
  return columns.map(({ column, name, unit }) => ({
    at: at[column] ?? -1,
    column,
    name,
    unit,
    period: null,
  }));
}

/** Names that London's tables give to sums are known too; a name that is no place rejects the row. */
function areaOf(
  { area, area_column: column }: Layout,
  cell: (column: string) => string,
  { areas }: SourceContext,
): string {
  if (column === undefined) return area ?? '';
  return areaNamed(areas, cell(column), ['borough', 'nation', 'region', 'unplaced'], column).name;
}
