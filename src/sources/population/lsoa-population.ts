import { basename } from 'node:path';
import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { count } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';
import { ageBand } from './age-band.ts';
import { ONS_PEOPLE } from './citation.ts';
import { authorityOf } from './local-authority.ts';
import { ALL, PopulationSums } from './population-sums.ts';

const COLUMNS = { lsoa: ['LSOA11CD'], code: ['LAD11CD'], name: ['LAD11NM'], all: ['Persons_All-Ages'] };
const SEXES: ReadonlyMap<string, string> = new Map([
  ['Persons', ALL],
  ['Males', 'Male'],
  ['Females', 'Female'],
]);

/**
 * Mid-year estimates by Lower Layer Super Output Area, sex and broad age, added up to local authorities. The file does not say its
 * year; publishers put it in the name ("london-mid2019-pop.csv"), which is the one thing that is taken from there.
 */
export const lsoaPopulation: RowsSource = {
  ...ONS_PEOPLE,
  id: 'ons-lsoa-population',
  title:
    'Mid-year population estimates by Lower Layer Super Output Area, sex and broad age, added up to boroughs',
  address:
    'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates/datasets/lowersuperoutputareamidyearpopulationestimates',
  looksLike:
    'LSOA11CD, LSOA11NM, …, LAD11CD, LAD11NM, Persons_All-Ages, Persons_0-15, …, Females_65+; "mid2019" in its name',
  recognises: (sample) => hasColumns(sample, ['LSOA11CD', 'LAD11CD', 'Persons_All-Ages']),
  read: readLsoas,
};

async function readLsoas(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const year = /mid-?((?:19|20)\d{2})/i.exec(basename(file.member ?? file.path))?.[1];
  if (year === undefined) {
    throw new BadInputError(
      'the file does not say of which year its estimates are',
      { file: file.path },
      'Give it a name with the year as the publisher does, such as mid2020.csv.',
    );
  }
  const table = findTable(await readSheets(file), COLUMNS, file.path);
  const tally = new Tally();
  const splits = table.header.flatMap((name, at) => {
    const split = splitOf(name);
    if (split === null && /^(Persons|Males|Females)_/.test(name))
      tally.warn(`unknown age "${name}": the column was left out`);
    return split === null ? [] : [{ at, name, ...split }];
  });
  const sums = new PopulationSums();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    tally.record(record, () => {
      const area = authorityOf(context.areas, cell('code'), cell('name'), 'LAD11CD');
      try {
        const counts = splits.map((split) => ({
          split,
          people: count(record.cells[split.at] ?? '', split.name),
        }));
        if (!tally.isNew([cell('lsoa')], JSON.stringify(record.cells), record.line, 'LSOA11CD')) return [];
        for (const { split, people } of counts) {
          sums.add({ area, year: Number(year), sex: split.sex, age: split.age, ethnicity: ALL }, people);
        }
      } catch (error) {
        if (error instanceof RowFault) sums.spoil(area);
        throw error;
      }
      return [];
    });
  }
  tally.rows.push(...sums.rows());
  for (const area of sums.spoiled())
    tally.warn(`${area}: not all of its parts could be read, so no sum is given`);
  return tally.finish({
    scope: 'ons-lsoa-population',
    force: null,
    warnings: [`the year ${year} is taken from the name of the file; the file itself does not say it`],
  });
}

/** "Males_0-15" → its sex and age; null for any other heading, and for an age that cannot be read. */
function splitOf(heading: string): { readonly sex: string; readonly age: string } | null {
  const [, people, ages] = /^(Persons|Males|Females)_(All-Ages|\d+(?:[-–]\d+|\+)?)$/.exec(heading) ?? [];
  if (people === undefined || ages === undefined) return null;
  return { sex: SEXES.get(people) ?? people, age: ages === 'All-Ages' ? ALL : ageBand(ages, heading) };
}
