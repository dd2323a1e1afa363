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
  const sound = withoutMisplaced(forces, table.records, table.at.year, tally);
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
      const rows = sound.flatMap(({ name, at, area }): LakeRow[] => {
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

/**
 * A copy of this table is about in which people of London and of the Thames Valley stand under other forces: the
 * Metropolitan Police has 8,390,028 people in 2019, where the mid-year estimate of its boroughs is 8,952,268. Rates made of
 * such columns would be some 7% too high, so the columns known to be wrong are left out, and said to be.
 */
const MISPLACED = {
  year: '2019',
  force: 'Metropolitan Police',
  people: '8390028',
  columns: ['Metropolitan Police', 'Nottinghamshire', 'Thames Valley'],
};

function withoutMisplaced<Force extends { readonly at: number; readonly area: { readonly name: string } }>(
  forces: readonly Force[],
  records: readonly { readonly cells: readonly string[] }[],
  yearAt: number,
  tally: Tally,
): readonly Force[] {
  const at = forces.find(({ area }) => area.name === MISPLACED.force)?.at;
  const row = records.find(({ cells }) => cells[yearAt] === MISPLACED.year);
  if (at === undefined || row?.cells[at] !== MISPLACED.people) return forces;
  tally.warn(
    `people are counted under the wrong force in this copy of the table: ${MISPLACED.columns.join(', ')} were left out`,
  );
  return forces.filter(({ area }) => !MISPLACED.columns.includes(area.name));
}
