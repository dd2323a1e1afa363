import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { count, missingMark } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { ONS_PEOPLE } from './citation.ts';
import { ALL, populationRow } from './population-sums.ts';

/** Mid-year population of the police force areas, laid on its side: a row a year, a column a force. */
export const forcePopulation: RowsSource = {
  ...ONS_PEOPLE,
  id: 'ons-force-population',
  title: 'Mid-year population estimates by police force area',
  address: 'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates',
  looksLike: 'year, then a column for each police force (Cleveland, Durham, …, Metropolitan Police, …)',
  recognises: (sample) => hasColumns(sample, ['year', 'Greater Manchester', 'Metropolitan Police']),
  read: readForces,
};

async function readForces(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), { year: ['year'] }, file.path);
  const tally = new Tally();
  const forces = table.extra.flatMap(({ name, at }) => {
    const area = context.areas.resolve(name, 'force');
    if (!area) tally.warn(`unknown force "${name}": its column was left out`);
    return area ? [{ name, at, area }] : [];
  });
  if (forces.length === 0) {
    throw new BadInputError(
      'no column is a police force',
      { file: file.path, line: table.headerLine },
      'Download the file again.',
    );
  }
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    tally.record(record, () => {
      const cell = record.cells[table.at.year] ?? '';
      if (!/^(19|20)\d{2}$/.test(cell)) throw new RowFault('year', `"${cell}" is not a year`);
      const rows = forces.flatMap(({ name, at, area }): LakeRow[] => {
        if (missingMark(record.cells[at] ?? '') !== null) {
          tally.count('cells without a figure were left out');
          return [];
        }
        const people = count(record.cells[at] ?? '', name);
        return [populationRow({ area, year: Number(cell), sex: ALL, age: ALL, ethnicity: ALL }, people)];
      });
      return tally.isNew([cell], JSON.stringify(rows), record.line, 'year') ? rows : [];
    });
  }
  return tally.finish({ scope: 'ons-force-population', force: null, warnings: [] });
}
