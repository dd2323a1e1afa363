import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, month } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { indicator } from '../table/indicator.ts';
import { wholeMonth } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';

const COLUMNS = {
  date: ['DATE'],
  area: ['GEOGRAPHY_NAME'],
  sex: ['GENDER_NAME'],
  age: ['AGE_NAME'],
  measure: ['MEASURE_NAME'],
  value: ['OBS_VALUE'],
  rows: ['RECORD_COUNT'],
};

/** The same series as the workbook of Nomis gives, under the same names: an answer of its API, a row a month, area and measure. */
export const nomisApi: RowsSource = {
  kind: 'rows',
  id: 'nomis-api-claimant-count',
  table: 'indicator',
  title: 'Nomis: claimant count by sex and age, from the API',
  publisher: 'Office for National Statistics (Nomis)',
  licence: 'Open Government Licence v3.0',
  address: 'https://www.nomisweb.co.uk/api/v01/dataset/NM_162_1.data.csv',
  looksLike: 'DATE, GEOGRAPHY_NAME, GENDER_NAME, AGE_NAME, MEASURE_NAME, OBS_VALUE, RECORD_COUNT',
  recognises: (sample) =>
    hasColumns(sample, ['DATE', 'GEOGRAPHY_NAME', 'GENDER_NAME', 'AGE_NAME', 'MEASURE_NAME', 'OBS_VALUE']),
  read: readAnswer,
};

async function readAnswer(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path, ['rows']);
  const said = Number(table.records[0]?.cells[table.at.rows] ?? Number.NaN);
  if (said > table.records.length)
    throw new BadInputError(
      `the answer holds ${table.records.length} of ${said} rows: Nomis gives no more at a time`,
      { file: file.path },
      'Ask for fewer months or areas at once, as `scrutineer fetch nomis-claimants` does.',
    );
  const tally = new Tally();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    tally.record(record, () => {
      const measure = cell('measure');
      if (!/^claimants?\b/i.test(measure))
        throw new RowFault('MEASURE_NAME', `"${measure}" counts no claimants`);
      const { name: area } = areaNamed(
        context.areas,
        cell('area'),
        ['borough', 'region', 'nation'],
        'GEOGRAPHY_NAME',
      );
      const name = [measure, cell('sex'), cell('age')].filter((part) => part !== '').join(', ');
      const period = wholeMonth(month(cell('date'), 'DATE'));
      const unit = /proportion|rate/i.test(measure) ? '%' : 'people';
      const figure = indicator({ name, area, period, unit, cell: cell('value'), column: 'OBS_VALUE' });
      return tally.isNew([name, area, period.to], figure['value'] ?? null, record.line, 'OBS_VALUE')
        ? [figure]
        : [];
    });
  }
  return tally.finish({ scope: 'nomis-api-claimant-count', force: null, warnings: [] });
}
