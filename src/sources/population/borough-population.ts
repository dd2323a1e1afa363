import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, count } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally } from '../table/tally.ts';
import { ALL, populationRow } from './population-sums.ts';

/**
 * A small table of borough populations that goes about with the Metropolitan Police's borough counts. It names neither its year
 * nor its maker, so its rows carry no year, and no rate is made of them.
 */
export const boroughPopulation: RowsSource = {
  kind: 'rows',
  table: 'population',
  id: 'borough-population',
  title: 'Population by London borough (year and maker not stated)',
  publisher: 'not stated',
  licence: 'not stated',
  address: 'https://data.london.gov.uk/dataset/recorded_crime_summary',
  looksLike: 'LookUp_BoroughName, population',
  recognises: ({ csv }) =>
    csv?.header.length === 2 &&
    /^(LookUp_)?BoroughName$/i.test(csv.header[0] ?? '') &&
    /^population$/i.test(csv.header[1] ?? ''),
  read: readBoroughs,
};

async function readBoroughs(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const columns = { borough: ['LookUp_BoroughName', 'BoroughName'], people: ['population'] };
  const table = findTable(await readSheets(file), columns, file.path);
  const tally = new Tally();
  tally.warn(
    'the file does not say of which year these figures are, nor whose: they carry no year, and no rate is made of them',
  );
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    tally.record(record, () => {
      const area = areaNamed(context.areas, record.cells[table.at.borough] ?? '', ['borough'], 'BoroughName');
      const people = count(record.cells[table.at.people] ?? '', 'population');
      if (!tally.isNew([area.name], people, record.line, 'population')) return [];
      return [populationRow({ area, year: null, sex: ALL, age: ALL, ethnicity: ALL }, people)];
    });
  }
  return tally.finish({ scope: 'borough-population', force: null, warnings: [] });
}
