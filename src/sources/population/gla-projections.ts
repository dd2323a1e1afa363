import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { workbookHeads } from '../table/heads.ts';
import { indicator } from '../table/indicator.ts';
import { calendarYear, type Period } from '../table/period.ts';
import { readWorkbook } from '../table/read-workbook.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';

const SHEET = 'Borough staging';
const COLUMNS = { code: ['Code'], name: ['Name'], year: ['Year'], people: ['Population'] };

/**
 * The Greater London Authority's population density workbook: its estimates and projections of people by borough and year, from the sheet that its
 * calculator looks them up in. They reach decades ahead and do not say where estimates end, so they are an outside series and no population of ours.
 */
export const glaProjections: RowsSource = {
  kind: 'rows',
  id: 'gla-population-projections',
  table: 'indicator',
  title: 'Land area and population density: GLA estimates and projections by borough',
  publisher: 'Greater London Authority',
  licence: 'Open Government Licence v3.0',
  address: 'https://data.london.gov.uk/dataset/land-area-and-population-density-ward-and-borough',
  looksLike:
    'workbook with the sheets Borough, Ward, Borough staging (Code, Name, Year, Name;Year, Population), Ward staging',
  recognises: (sample) => workbookHeads(sample).some((sheet) => sheet.name === SHEET),
  read: readProjections,
};

async function readProjections(file: InputFile, context: SourceContext): Promise<RowsRead> {
  // The other sheets hold 25,000 rows of wards, which take seconds to unpack.
  const sheets = readWorkbook(await file.read(), file.path, [SHEET]).filter((sheet) => sheet.name === SHEET);
  const table = findTable(sheets, COLUMNS, file.path);
  const tally = new Tally();
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    if (cell('code') === '') continue;
    tally.record(record, () => {
      const area =
        context.areas.byCode(cell('code')) ??
        areaNamed(context.areas, cell('name'), ['borough', 'region', 'nation'], 'Name');
      const row = indicator({
        name: 'GLA population estimate or projection',
        area: area.name,
        period: midYear(cell('year')),
        unit: 'people',
        cell: cell('people'),
        column: 'Population',
      });
      const key = [area.name, row['date'] ?? null];
      return tally.isNew(key, row['value'] ?? null, record.line, 'Population') ? [row] : [];
    });
  }
  tally.warn('sheets that look these figures up, and those of wards, were left out');
  return tally.finish({ scope: 'gla-population-projections', force: null, warnings: [] });
}

function midYear(text: string): Period {
  const year = calendarYear(text);
  if (!year) throw new RowFault('Year', `"${text}" is not a year`);
  const day = `${year.from.slice(0, 4)}-06-30` as Period['from'];
  return { from: day, to: day };
}
