import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { count } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';
import { censusGroups } from './census-group.ts';
import { ONS_PEOPLE } from './citation.ts';
import { authorityOf } from './local-authority.ts';
import { ALL, populationRow } from './population-sums.ts';

const COLUMNS = { date: ['date'], name: ['geography'], code: ['geography code'], rural: ['Rural Urban'] };
const HEADING = /^Ethnic Group: (.+); measures: Value$/i;

/**
 * Ethnic groups by local authority, census of 2011 (table KS201EW), as Nomis writes it. Broad groups ("Asian") and their parts
 * ("Asian: Indian") stand side by side: names with a colon are parts, and are not to be added to the broad ones.
 */
export const census2011Ethnicity: RowsSource = {
  ...ONS_PEOPLE,
  id: 'census-2011-ethnicity',
  title: 'Census 2011: ethnic group by local authority (KS201EW)',
  address: 'https://www.nomisweb.co.uk/census/2011/ks201ew',
  looksLike:
    'date, geography, geography code, Rural Urban, "Ethnic Group: All categories: Ethnic group; measures: Value", …',
  recognises: (sample) =>
    hasColumns(sample, ['geography code', 'Ethnic Group: All categories: Ethnic group; measures: Value']),
  read: readCensus,
};

async function readCensus(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path, ['rural']);
  const groupOf = censusGroups();
  const tally = new Tally();
  const groups = table.extra.flatMap(({ name, at }) => {
    const published = HEADING.exec(name)?.[1];
    if (published?.toLowerCase() === 'all categories: ethnic group') return [{ at, name, ethnicity: ALL }];
    try {
      if (published !== undefined) return [{ at, name, ethnicity: groupOf(published, name).name }];
      tally.warn(`column that is not part of the layout was left out: ${name}`);
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      tally.warn(`${error.message}: the column was left out`);
    }
    return [];
  });
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    tally.record(record, () => {
      const area = authorityOf(context.areas, cell('code'), cell('name'), 'geography');
      if (!/^\d{4}$/.test(cell('date'))) throw new RowFault('date', `"${cell('date')}" is not a year`);
      if (table.at.rural !== -1 && cell('rural') !== 'Total') {
        throw new RowFault('Rural Urban', `only totals are read, and this row is of "${cell('rural')}"`);
      }
      const year = Number(cell('date'));
      const rows = groups.map(({ at, name, ethnicity }) =>
        populationRow({ area, year, sex: ALL, age: ALL, ethnicity }, count(record.cells[at] ?? '', name)),
      );
      return tally.isNew([area.name, year], JSON.stringify(rows), record.line, 'geography') ? rows : [];
    });
  }
  return tally.finish({ scope: 'census-2011-ethnicity', force: null, warnings: [] });
}
