import { HOME_OFFICE } from '../home-office/home-office.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed } from '../table/cells.ts';
import { figureKey, figureRow } from '../table/figure-row.ts';
import { namesTwice } from '../home-office/names-twice.ts';
import { findTable } from '../table/find-table.ts';
import { foldHeader } from '../table/heads.ts';
import { lastOfMarch } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally } from '../table/tally.ts';

const COLUMNS = {
  force: ['force_name', 'Police force'],
  officers: ['officers', 'FTE Count'],
  year: ['year'],
};
const HEADERS = ['year,force name,officers', 'police force,fte count,year'];

/** Police officers (full-time equivalents) on 31 March of each year by force. */
export const officersByYear: RowsSource = {
  kind: 'rows',
  id: 'home-office-officers-by-year',
  table: 'published_figure',
  title: 'Police officers by force and year',
  ...HOME_OFFICE,
  address: 'https://www.gov.uk/government/collections/police-workforce-england-and-wales',
  looksLike: 'year, force_name, officers; or Police force, FTE Count, Year; no other column',
  recognises: isOfficers,
  read: readOfficers,
};

function isOfficers({ csv }: Sample): boolean {
  return csv !== null && HEADERS.includes(csv.header.map(foldHeader).join(','));
}

async function readOfficers(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path);
  const tally = new Tally();
  // Regions were dropped from the short table by name, all but the West Midlands, which a force is called too: it stands twice, the region first.
  const twice = namesTwice(
    table.records.map(({ cells }) => `${cells[table.at.force]}|${cells[table.at.year]}`),
  );
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    tally.record(record, () => {
      const first = twice.delete(`${cell('force')}|${cell('year')}`);
      const types = first ? (['region'] as const) : (['force', 'nation', 'unplaced'] as const);
      const area = areaNamed(context.areas, cell('force'), types, 'force_name');
      const row = figureRow({
        area,
        measure: 'police-officers',
        period: lastOfMarch(cell('year'), 'year'),
        unit: 'full-time equivalents',
        cell: cell('officers'),
        column: 'officers',
      });
      return tally.isNew(figureKey(row), row['value'] ?? null, record.line, 'officers') ? [row] : [];
    });
  }
  const layout = table.header.map(foldHeader).join(',') === HEADERS[0] ? 'long' : 'short';
  return tally.finish({ scope: `home-office-officers-by-year/${layout}`, force: null, warnings: [] });
}
