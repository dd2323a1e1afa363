import { isIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import { HOME_OFFICE } from '../home-office/home-office.ts';
import { homeOfficeAreas } from '../home-office/table-areas.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { workbookHeads } from '../table/heads.ts';
import { figureKey, figureRow } from '../table/figure-row.ts';
import { onDay } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import type { Sheet } from '../table/sheet.ts';
import { Tally } from '../table/tally.ts';
import { workforceMeasure, type Counted } from './worker-type.ts';

const TITLE = /^Table \d+[a-z]?:? +(.+?),? by police force area/i;

/**
 * The half-yearly workforce tables: a sheet for each kind of worker, regions and forces down, and the days of the count across. Changes and
 * percentages are left out; they follow from the counts.
 */
export const workforceTables: RowsSource = {
  kind: 'rows',
  id: 'home-office-workforce-tables',
  table: 'published_figure',
  title: 'Police workforce, England and Wales: data tables',
  ...HOME_OFFICE,
  address: 'https://www.gov.uk/government/collections/police-workforce-england-and-wales',
  looksLike:
    'workbook (ODS, XLS, XLSX) with sheets titled "Table 1: Police officers by police force area, …, 30 September 2014, 31 March 2015 …"',
  recognises: (sample) =>
    workbookHeads(sample).some((sheet) => kindOf(sheet) !== null && daysOf(sheet).length > 0),
  read: readTables,
};

async function readTables(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const tally = new Tally();
  const left: string[] = [];
  let newest: IsoDate | null = null;
  for (const sheet of await readSheets(file)) {
    const kind = kindOf(sheet);
    const days = daysOf(sheet);
    if (kind === null || days.length === 0) {
      left.push(sheet.name ?? '');
      continue;
    }
    for (const { day } of days) if (newest === null || day > newest) newest = day;
    const header = sheet.rows.findIndex((row) => row.cells.some(isIsoDate));
    const counted: Counted = sheet.rows
      .slice(0, header)
      .some((row) => row.cells.some((cell) => /^headcount/i.test(cell)))
      ? 'headcount'
      : 'full-time equivalents';
    const areaOf = homeOfficeAreas(context.areas, true);
    for (const record of sheet.rows.slice(header + 1)) {
      const name = record.cells[0] ?? '';
      if (name === '' || !days.some(({ at }) => (record.cells[at] ?? '') !== '')) continue;
      if (name === 'Total') {
        tally.warn('rows called "Total" take in bodies that are no territorial force, and were left out');
        continue;
      }
      tally.record(record, () => {
        const area = areaOf(name, 'Police force area');
        return days.flatMap(({ at, day }) => {
          const measure = workforceMeasure(kind, counted, sheet.name ?? '');
          const cell = record.cells[at] ?? '';
          const row = figureRow({ area, measure, period: onDay(day), unit: counted, cell, column: day });
          return tally.isNew(figureKey(row), row['value'] ?? null, record.line, day) ? [row] : [];
        });
      });
    }
  }
  if (left.length > 0) tally.warn(`sheets without figures by police force were left out: ${left.join(', ')}`);
  return tally.finish({ scope: `home-office-workforce-tables/${newest ?? ''}`, force: null, warnings: [] });
}

/** The kind of worker that the title of a sheet names. */
function kindOf(sheet: Sheet): string | null {
  const title = (sheet.rows[0]?.cells[0] ?? '').replaceAll(/\s+/g, ' ');
  return TITLE.exec(title)?.[1] ?? null;
}

/** The columns that are headed by a day. */
function daysOf(sheet: Sheet): readonly { readonly at: number; readonly day: IsoDate }[] {
  const header = sheet.rows.slice(0, 10).find((row) => row.cells.some(isIsoDate));
  return (header?.cells ?? []).flatMap((cell, at) => (isIsoDate(cell) ? [{ at, day: cell }] : []));
}
