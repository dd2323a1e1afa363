import { describe, expect, it } from 'vitest';
import { BadInputError } from '../../foundation/errors.ts';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import type { Cell } from '../../lake/engine.ts';
import type { TableName } from '../../lake/tables.ts';
import { loadChecks } from '../load-checks.ts';
import { runChecks } from '../run-checks.ts';
import { madeUpLake, type MadeUpRow } from '../testing/made-up-lake.ts';

type Tables = Partial<Record<TableName, readonly MadeUpRow[]>>;

/** What one of the catalogue's checks sees in some rows. */
async function seenBy(id: string, tables: Tables): Promise<readonly string[]> {
  const check = loadChecks(CATALOGUE_DIR).find((each) => each.id === id);
  if (!check) throw new BadInputError('no such check', { file: id }, 'Look in catalogue/checks.');
  const scope = await madeUpLake(tables);
  try {
    return (await runChecks([check], scope)).map(({ seen }) => seen);
  } finally {
    scope.close();
  }
}

const figure = (measure: string, rest: Readonly<Record<string, Cell>>, source = 'figures'): MadeUpRow => ({
  source,
  area: 'Metropolitan Police',
  area_type: 'force',
  measure,
  period_from: '2021-04-01',
  period_to: '2022-03-31',
  unit: 'share',
  ...rest,
});

const people = (area: string, count: number): MadeUpRow => ({
  source: 'ons-lsoa-population',
  area,
  area_type: 'borough',
  year: 2019,
  sex: 'all',
  age_band: 'all',
  ethnicity: 'all',
  count,
});

const counted = (rest: Readonly<Record<string, Cell>>): MadeUpRow => ({
  source: 'mps-borough-crime',
  force: 'metropolitan',
  area_type: 'borough',
  measure: 'offences',
  offence_group: 'Robbery',
  offence: 'Robbery of personal property',
  ...rest,
});

describe('checks that set two numbers against each other', () => {
  it('find residents of boroughs that do not add up, and pass those that do', async () => {
    const boroughs = (camden: number): Tables => ({
      population: [people('Camden', camden), people('Barnet', 396_000), people('City of London', 10_000)],
      published_figure: [
        figure('population', { value: 666_000, period_from: '2019-06-30' }, 'ons-pfa-tables'),
      ],
    });
    expect(await seenBy('boroughs-add-up-to-london', boroughs(270_000))).toEqual([]);
    expect(await seenBy('boroughs-add-up-to-london', boroughs(540_000))).toEqual([
      expect.stringContaining('936,000 against 666,000'),
    ]);
  });

  it('find more homicides solved than victims, and pass as many', async () => {
    const solved = (numerator: number): Tables => ({
      published_figure: [figure('homicide-solved', { numerator, denominator: 120 })],
    });
    expect(await seenBy('solved-within-victims', solved(120))).toEqual([]);
    expect(await seenBy('solved-within-victims', solved(121))).toEqual([
      expect.stringContaining('121 against 120'),
    ]);
  });

  it('find a share above one, of everybody and of a group, and pass shares that are none', async () => {
    const shares = (all: number, women: number): Tables => ({
      published_figure: [
        figure('trust', { numerator: all, denominator: 100 }),
        figure('trust', { numerator: women, denominator: 50, group_type: 'sex', group_value: 'Female' }),
      ],
    });
    expect(await seenBy('shares-within-one', shares(100, 50))).toEqual([]);
    expect(await seenBy('shares-within-one', shares(101, 50))).toEqual([
      expect.stringContaining('101 against 100'),
    ]);
    expect(await seenBy('shares-within-one', shares(100, 51))).toEqual([
      expect.stringContaining('51 against 50'),
    ]);
  });

  it('find violence with and without injury above violence, and say nothing where one of the two is missing', async () => {
    const violence = (withInjury: number | null): Tables => ({
      published_figure: [
        figure('violence-against-the-person-count', { value: 1000 }, 'ons-pfa-tables'),
        figure('violence-without-injury-count', { value: 600 }, 'ons-pfa-tables'),
        ...(withInjury === null
          ? []
          : [figure('violence-with-injury-count', { value: withInjury }, 'ons-pfa-tables')]),
      ],
    });
    const id = 'violence-with-and-without-injury-within-violence';
    expect(await seenBy(id, violence(400))).toEqual([]);
    expect(await seenBy(id, violence(null))).toEqual([]);
    expect(await seenBy(id, violence(401))).toEqual([expect.stringContaining('1,001 against 1,000')]);
  });

  it('find a year in which the boroughs do not add up to the total for London, of whole years only', async () => {
    const year = (months: number, count: number): Tables => ({
      crime_count: Array.from({ length: months }, (_, index) =>
        counted({
          area: 'Camden',
          month: `${index < 9 ? 2021 : 2022}-${String(((index + 3) % 12) + 1).padStart(2, '0')}-01`,
          count,
        }),
      ),
      published_figure: [figure('recorded-crime-count', { value: 12_000 }, 'ons-pfa-tables')],
    });
    const id = 'boroughs-agree-with-london-total';
    expect(await seenBy(id, year(12, 1000))).toEqual([]);
    expect(await seenBy(id, year(11, 1000))).toEqual([]);
    expect(await seenBy(id, year(12, 900))).toEqual([expect.stringContaining('10,800 against 12,000')]);
  });

  it('find police.uk apart from the counts of a borough beyond the band, but not where few wards are held', async () => {
    const crimes = (count: number): Tables => ({
      crime: Array.from({ length: count }, () => ({
        source: 'police-uk-api-crimes',
        month: '2017-05-01',
        category: 'Burglary',
        borough: 'Camden',
      })),
      crime_count: [counted({ area: 'Camden', month: '2017-05-01', count: 1000 })],
    });
    const id = 'police-uk-agrees-with-borough-counts';
    expect(await seenBy(id, crimes(900))).toEqual([]);
    expect(await seenBy(id, crimes(30))).toEqual([]);
    expect(await seenBy(id, crimes(1900))).toEqual([expect.stringContaining('1,900 against 1,000')]);
  });
});
