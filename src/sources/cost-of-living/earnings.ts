import type { Area, Areas } from '../../areas/index.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed } from '../table/cells.ts';
import { workbookHeads } from '../table/heads.ts';
import { indicator } from '../table/indicator.ts';
import { calendarYear } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import type { Sheet } from '../table/sheet.ts';
import { Tally } from '../table/tally.ts';

/**
 * Earnings by the borough where people live (Annual Survey of Hours and Earnings): a sheet for each kind of worker and unit of time, two columns
 * a year, the pay and its margin in percent. Marks for figures too uncertain to publish (#, !, -) are kept as flags.
 */
export const boroughEarnings: RowsSource = {
  kind: 'rows',
  id: 'gla-earnings-by-borough',
  table: 'indicator',
  title: 'Earnings by place of residence, borough',
  publisher: 'Office for National Statistics; Greater London Authority',
  licence: 'Open Government Licence v3.0',
  address: 'https://data.london.gov.uk/dataset/earnings-place-residence-borough',
  looksLike:
    'workbook with sheets "Total, weekly", "Full-time, Hourly" …: Code, Area, 2002, …; below it "Pay (£)" and "conf %"',
  recognises: (sample) => workbookHeads(sample).some((sheet) => payRow(sheet) !== -1),
  read: readEarnings,
};

async function readEarnings(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const tally = new Tally();
  for (const sheet of await readSheets(file)) {
    const below = payRow(sheet);
    const years = sheet.rows[below - 1]?.cells ?? [];
    const kinds = sheet.rows[below]?.cells ?? [];
    const columns = kinds.flatMap((kind, at) => {
      const period = calendarYear(years[at] ?? '');
      return /^pay/i.test(kind) && period ? [{ at, period }] : [];
    });
    for (const row of below === -1 ? [] : sheet.rows.slice(below + 1)) {
      if (!columns.some(({ at }) => (row.cells[at] ?? '') !== '')) continue;
      tally.record(row, () => {
        const area = areaOf(row.cells[0] ?? '', row.cells[1] ?? '', context.areas);
        return columns.flatMap(({ at, period }) => {
          const name = `Median earnings of residents: ${(sheet.name ?? '').trim().toLowerCase()}`;
          const pay = indicator({
            name,
            area: area.name,
            period,
            unit: '£',
            cell: row.cells[at] ?? '',
            column: 'Pay (£)',
          });
          const margin = indicator({
            name: `${name}, margin`,
            area: area.name,
            period,
            unit: '%',
            cell: row.cells[at + 1] ?? '',
            column: 'conf %',
          });
          const key = [sheet.name ?? '', area.name, period.to];
          return tally.isNew(key, pay['value'] ?? null, row.line, 'Pay (£)') ? [pay, margin] : [];
        });
      });
    }
  }
  return tally.finish({ scope: 'gla-earnings-by-borough', force: null, warnings: [] });
}

function payRow(sheet: Sheet): number {
  return sheet.rows.slice(0, 6).findIndex((row) => row.cells.some((cell) => /^Pay \(£\)$/.test(cell)));
}

/** The name decides; codes are of the old kind (00AB). Regions and nations stand below the boroughs. */
function areaOf(code: string, name: string, areas: Areas): Area {
  return areas.byCode(code) ?? areaNamed(areas, name, ['borough', 'region', 'nation'], 'Area');
}
