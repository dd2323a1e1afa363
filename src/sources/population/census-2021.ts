import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { count } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import type { TextRow } from '../table/sheet.ts';
import { Tally } from '../table/tally.ts';
import { ageBand } from './age-band.ts';
import { censusGroups } from './census-group.ts';
import { ONS_PEOPLE } from './citation.ts';
import { authorityOf } from './local-authority.ts';
import { ALL, PopulationSums } from './population-sums.ts';

const CENSUS_YEAR = 2021;
const DIMENSIONS = {
  ethnicity: /^Ethnic group .*categories\)$/i,
  sex: /^Sex \(\d+ categories\)$/i,
  age: /^Age \(\d+ categories\)$/i,
};
type Dimension = keyof typeof DIMENSIONS;

/**
 * Census of 2021 as the ONS's "Create a custom dataset" writes it: an area and its code, one or more of ethnic group, sex and age
 * with their codes, and the observation (TS022, RM032, sex by age). Every margin is added, under 'all'; detailed ethnic groups
 * are given beside the broad ones that they are part of ("Asian: Afghan" beside "Asian").
 */
export const census2021: RowsSource = {
  ...ONS_PEOPLE,
  id: 'census-2021',
  title: 'Census 2021: people by ethnic group, sex or age',
  address: 'https://www.ons.gov.uk/datasets/create',
  looksLike:
    '"Lower tier local authorities Code", "Lower tier local authorities", "Ethnic group (… categories) Code", …, Observation',
  recognises: isCustomDataset,
  read: readCustomDataset,
};

function isCustomDataset({ csv }: Sample): boolean {
  if (!csv) return false;
  const [code, name] = csv.header;
  return (
    code === `${name} Code` && csv.header.at(-1) === 'Observation' && dimensionsOf(csv.header).length > 0
  );
}

function dimensionsOf(header: readonly string[]): { dimension: Dimension; name: string; at: number }[] {
  return (Object.keys(DIMENSIONS) as Dimension[]).flatMap((dimension) => {
    const at = header.findIndex((cell) => DIMENSIONS[dimension].test(cell));
    return at === -1 ? [] : [{ dimension, at, name: header[at] ?? dimension }];
  });
}

async function readCustomDataset(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), { people: ['Observation'] }, file.path);
  const dimensions = dimensionsOf(table.header);
  const [first] = dimensions;
  if (!first) {
    throw new BadInputError(
      'no column is an ethnic group, a sex or an age',
      { file: file.path, line: table.headerLine },
      'Check the layout.',
    );
  }
  const unknown = table.extra.filter(
    ({ at }) => at > 1 && !dimensions.some((each) => each.at === at || each.at === at + 1),
  );
  if (unknown.length > 0) {
    // A dimension left unread would make several rows of one cell: they cannot be told from repeats.
    throw new BadInputError(
      `the file is split by "${unknown.at(-1)?.name}", which is not known here`,
      { file: file.path, line: table.headerLine },
      'Download it again split by ethnic group, sex or age only.',
    );
  }
  const groupOf = censusGroups();
  const tally = new Tally();
  const sums = new PopulationSums();
  const areaName = table.header[1] ?? 'area';
  const label = (record: TextRow, wanted: Dimension): { text: string; column: string } | null => {
    const found = dimensions.find(({ dimension }) => dimension === wanted);
    return found ? { text: record.cells[found.at] ?? '', column: found.name } : null;
  };
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    tally.record(record, () => {
      const area = authorityOf(context.areas, record.cells[0] ?? '', record.cells[1] ?? '', areaName);
      try {
        const people = count(record.cells[table.at.people] ?? '', 'Observation');
        const key = [area.name, ...dimensions.map(({ at }) => record.cells[at] ?? '')];
        if (!tally.isNew(key, people, record.line, 'Observation')) return [];
        const ethnic = label(record, 'ethnicity');
        const age = label(record, 'age');
        if (ethnic?.text === 'Does not apply') {
          if (people === 0) return [];
          throw new RowFault(
            ethnic.column,
            `${people} people to whom the question does not apply belong to no group`,
          );
        }
        const group = ethnic ? groupOf(ethnic.text, ethnic.column) : null;
        const cell = {
          area,
          year: CENSUS_YEAR,
          sex: label(record, 'sex')?.text ?? ALL,
          age: age ? ageBand(age.text, age.column) : ALL,
          ethnicity: group?.name ?? ALL,
        };
        sums.addWithMargins(cell, people, group ? [group.name, group.broad] : [ALL]);
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
  const split = dimensions.map(({ dimension }) => dimension).join('-');
  return tally.finish({ scope: `census-2021/${split}/${areaName.toLowerCase()}`, force: null, warnings: [] });
}
