import type { InputFile } from '../input/input-file.ts';
import { readLabels } from '../labels.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, count, missingMark, month } from '../table/cells.ts';
import { findTable, type Columns } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { labelLookup } from '../table/labels.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally } from '../table/tally.ts';

const COLUMNS: Columns<
  'victims' | 'age' | 'sex' | 'method' | 'abuse' | 'date' | 'offence' | 'solved' | 'borough' | 'ethnicity'
> = {
  victims: ['Count of Victims'],
  age: ['Age Group'],
  sex: ['Sex'],
  method: ['Method of Killing'],
  abuse: ['Domestic Abuse'],
  date: ['Recorded Date'],
  offence: ['Homicide Offence Type'],
  solved: ['Solved Status'],
  borough: ['Borough'],
  ethnicity: ['Officer Observed Ethnicity'],
};

/**
 * Victims of homicide, a row each, by the month in which the killing was recorded (not the month of death). Ethnicity is
 * what an officer observed. Rows carry no identifier, so equal rows are separate victims and are all kept.
 */
export const mpsHomicide: RowsSource = {
  kind: 'rows',
  id: 'mps-homicide',
  table: 'homicide_victim',
  title: 'MPS Homicide Dashboard Data: victims',
  publisher: 'Metropolitan Police Service',
  licence: 'Open Government Licence v3.0',
  address: 'https://data.london.gov.uk/dataset/mps-homicide-dashboard-data',
  looksLike:
    'Count of Victims, Age Group, Sex, Method of Killing, Domestic Abuse, Recorded Date (Jan-03), Homicide Offence Type, Solved Status, Borough, Officer Observed Ethnicity',
  recognises: (sample) =>
    hasColumns(sample, ['Count of Victims', 'Method of Killing', 'Recorded Date', 'Solved Status']),
  read: readHomicides,
};

async function readHomicides(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path);
  const { at } = table;
  const ages = labelLookup(readLabels('homicide-age-groups'));
  const tally = new Tally();
  if (table.extra.length > 0) {
    tally.warn(
      `columns that are not part of the layout were left out: ${table.extra.map(({ name }) => name).join(', ')}`,
    );
  }
  const seen = new Set<string>();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof at): string => (record.cells[at[key]] ?? '').replaceAll(/\s+/g, ' ');
    const label = (key: keyof typeof at): string | null =>
      missingMark(cell(key)) === null ? cell(key) : null;
    tally.record(record, () => {
      const row = {
        month: month(cell('date'), 'Recorded Date'),
        borough: areaNamed(context.areas, cell('borough'), ['borough', 'unplaced'], 'Borough').name,
        sex: label('sex'),
        age_group: label('age') === null ? null : ages(cell('age'), 'Age Group'),
        ethnicity: label('ethnicity'),
        method: label('method'),
        solved: label('solved'),
        offence: label('offence'),
        domestic_abuse: label('abuse'),
        victims: count(cell('victims'), 'Count of Victims'),
      };
      const text = record.cells.join('\u0000');
      if (seen.has(text)) tally.duplicate();
      seen.add(text);
      return [row];
    });
  }
  return tally.finish({ scope: 'mps-homicide', force: 'metropolitan', warnings: [] });
}
