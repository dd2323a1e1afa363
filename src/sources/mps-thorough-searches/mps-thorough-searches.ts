import type { InputFile } from '../input/input-file.ts';
import { readLabels } from '../labels.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, day } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { labelLookup } from '../table/labels.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';

/** The columns, with the headings that the publisher misspelt or changed over the years: any one of them may be filled. */
const COLUMNS = {
  date: ['stop_date', 'Stop Date'],
  borough: ['borough'],
  age: ['age_group'],
  sex: ['sex'],
  ethnicity: ['ethnic_appearance'],
  reason: ['stop_reason'],
  positive: ['positive_outcome_of_stop'],
  positiveMisspelt: ['postive_outcome_of_stop'],
  positiveShort: ['positve_outcome', 'positive_outcome'],
  adult: ['appropriate_adult_present'],
  adultMisspelt: ['approporiate_adult_present_if_required?', 'appropriate_adult_present_if_required?'],
  area: ['area'],
  outcomeReason: ['outcome_reason'],
} as const;
const OPTIONAL = [
  'positive',
  'positiveMisspelt',
  'positiveShort',
  'adult',
  'adultMisspelt',
  'area',
  'outcomeReason',
] as const;
const RUNNING_NUMBERS = new Set(['', 'col_0', 'sheet']);

/** Searches in which more than outer clothing was removed, a row each. Rows carry no identifier, so equal rows are all kept. */
export const mpsThoroughSearches: RowsSource = {
  kind: 'rows',
  id: 'mps-thorough-searches',
  table: 'thorough_search',
  title: 'MPS More Thorough and Intimate Part Searches',
  publisher: 'Metropolitan Police Service',
  licence: 'Open Government Licence v3.0',
  address: 'https://data.london.gov.uk/dataset/mps-stop-and-search-public-dashboard-data',
  looksLike:
    'Stop date, area, borough, age_group, appropriate_adult_present, sex, ethnic_appearance, stop_reason, positive_outcome_of_stop (CSV, XLSX or Parquet)',
  recognises: (sample) =>
    hasColumns(sample, ['stop_date', 'borough', 'age_group', 'ethnic_appearance', 'stop_reason']),
  read: readSearches,
};

async function readSearches(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path, OPTIONAL);
  const people = labelLookup(readLabels('thorough-search-people'));
  const reasons = labelLookup(readLabels('thorough-search-reasons'));
  const tally = new Tally();
  const extra = table.extra.filter(({ name }) => !RUNNING_NUMBERS.has(name.toLowerCase()));
  if (extra.length > 0)
    tally.warn(
      `columns that are not part of the layout were left out: ${extra.map(({ name }) => name).join(', ')}`,
    );
  const seen = new Set<string>();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    const answer = (column: string, ...keys: (keyof typeof COLUMNS)[]): 'Yes' | 'No' | null =>
      yesOrNo(keys.map(cell), column);
    tally.record(record, () => {
      const row = {
        date: day(cell('date'), 'stop_date'),
        borough:
          cell('borough') === ''
            ? null
            : areaNamed(context.areas, cell('borough'), ['borough', 'unplaced'], 'borough').name,
        age_group: people(cell('age'), 'age_group'),
        sex: people(cell('sex'), 'sex'),
        // "#N/A" is what a spreadsheet writes when a lookup fails: nothing was recorded that could be found.
        ethnic_appearance: people(cell('ethnicity').replace(/^#N\/A$/i, 'Not recorded'), 'ethnic_appearance'),
        reason: reasons(cell('reason'), 'stop_reason'),
        positive: asBoolean(
          answer('positive_outcome_of_stop', 'positive', 'positiveMisspelt', 'positiveShort'),
        ),
        appropriate_adult: answer('appropriate_adult_present', 'adult', 'adultMisspelt'),
      };
      if (row.borough === null) tally.count('searches name no borough');
      const text = record.cells.join('\u0000');
      if (seen.has(text)) tally.duplicate();
      seen.add(text);
      return [row];
    });
  }
  return tally.finish({ scope: 'mps-thorough-searches', force: 'metropolitan', warnings: [] });
}

/** The one answer among cells that should hold at most one; null where none is given. */
function yesOrNo(cells: readonly string[], column: string): 'Yes' | 'No' | null {
  const answers = new Set(
    cells
      .filter((cell) => cell !== '')
      .map((cell) => {
        if (/^y(es)?$/i.test(cell)) return 'Yes';
        if (/^n(o)?$/i.test(cell)) return 'No';
        throw new RowFault(column, `"${cell}" is neither yes nor no`);
      }),
  );
  if (answers.size > 1) throw new RowFault(column, 'the row says both yes and no');
  const [only] = answers;
  return only ?? null;
}

function asBoolean(answer: 'Yes' | 'No' | null): boolean | null {
  return answer === null ? null : answer === 'Yes';
}
