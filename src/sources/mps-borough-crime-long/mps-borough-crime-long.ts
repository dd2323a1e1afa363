import { firstOfMonth } from '../../foundation/iso-date.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, count } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';

const COLUMNS = {
  borough: ['borough'],
  category: ['major_category'],
  count: ['num_crime'],
  year: ['year'],
  month: ['month'],
};

/**
 * Recorded offences by borough from 2008 to 2016, a row for each borough, group and month. The groups are those before the classification of 2019
 * ("Theft and Handling") and keep their names: they are not those of the newer tables, and no series may run from one into the other.
 */
export const mpsBoroughCrimeLong: RowsSource = {
  kind: 'rows',
  id: 'mps-borough-crime-2008-2016',
  table: 'crime_count',
  title: 'MPS recorded crime by borough, 2008 to 2016, offence groups of the time',
  publisher: 'Metropolitan Police Service',
  licence: 'Open Government Licence v2.0',
  address: 'https://data.london.gov.uk/dataset/recorded_crime_summary',
  looksLike: 'borough, major_category, num_crime, year, month (a number)',
  recognises: (sample) => hasColumns(sample, ['borough', 'major_category', 'num_crime', 'year', 'month']),
  read: readLong,
};

async function readLong(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path);
  const boroughs = new Map<string, { readonly name: string; readonly type: string }>();
  const tally = new Tally();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    tally.record(record, () => {
      const published = cell('borough');
      const area =
        boroughs.get(published) ?? areaNamed(context.areas, published, ['borough', 'unplaced'], 'borough');
      boroughs.set(published, area);
      const [year, month] = [Number(cell('year')), Number(cell('month'))];
      if (!/^(19|20)\d{2}$/.test(cell('year'))) throw new RowFault('year', `"${cell('year')}" is not a year`);
      if (!(Number.isInteger(month) && month >= 1 && month <= 12))
        throw new RowFault('month', `"${cell('month')}" is not a month (1 to 12)`);
      const row = {
        force: 'metropolitan',
        area: area.name,
        area_type: area.type,
        month: firstOfMonth(year, month),
        offence_group: cell('category'),
        offence: null,
        measure: 'offences',
        count: count(cell('count'), 'num_crime'),
      };
      const key = [row.area, row.month, row.offence_group];
      return tally.isNew(key, row.count, record.line, 'num_crime') ? [row] : [];
    });
  }
  return tally.finish({ scope: 'mps-borough-crime-2008-2016', force: 'metropolitan', warnings: [] });
}
