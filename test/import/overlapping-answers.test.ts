import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zip } from '../made-up/zip.ts';
import { noSharedData, SHARED_DATA, TestWorkspace } from './workspace.ts';

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = new TestWorkspace();
});
afterEach(() => workspace.cleanUp());

const crime = (id: number, more: object = {}): object => ({
  category: 'robbery',
  location_type: 'Force',
  location: { latitude: '51.5', longitude: '-0.1', street: { id: 1, name: 'On or near High Street' } },
  context: '',
  outcome_status: null,
  persistent_id: '',
  id,
  location_subtype: '',
  month: '2018-06',
  ...more,
});

/** A ZIP of the answers for some areas, as a person packed them. */
function answers(name: string, byArea: Readonly<Record<string, readonly object[]>>): string {
  const path = workspace.path(name);
  const members = Object.entries(byArea).map(([area, crimes]) => [
    `crime_month_2018_06_area_${area}_0.json`,
    JSON.stringify(crimes),
  ]);
  writeFileSync(path, zip(Object.fromEntries(members) as Record<string, string>));
  return path;
}

function lookup(): string {
  const path = workspace.path('wards.csv');
  writeFileSync(
    path,
    'Unique Id,Ward,Area\nE05000026,Abbey,Barking and Dagenham\nE05000600,Leith,Edinburgh\n',
  );
  return path;
}

const count = async (where = 'true'): Promise<unknown> =>
  (await workspace.query(`SELECT count(*) AS n FROM crime_current WHERE ${where}`))[0]?.['n'];

describe('answers of the API for areas that overlap', () => {
  test('count a crime once, that of the newer', async () => {
    const wide = answers('wide.zip', { E05000026: [crime(1), crime(2)], E05000027: [crime(3)] });
    await workspace.import([wide]);
    expect(await count()).toBe(3);
    const narrow = answers('narrow.zip', { E05000026: [crime(2, { category: 'drugs' }), crime(4)] });
    await workspace.import([narrow]);
    expect(await count()).toBe(4);
    expect(await count("category = 'Drugs'")).toBe(1);
    expect((await workspace.query('SELECT count(*) AS n FROM crime'))[0]?.['n']).toBe(5);
  });

  test('leave crimes of other months and files without numbers as they are', async () => {
    const may = answers('may.zip', { E05000026: [crime(1, { month: '2018-05' })] });
    const june = answers('june.zip', { E05000027: [crime(1)] });
    await workspace.import([may, june]);
    expect(await count()).toBe(2);
  });

  test('name every area that holds a crime, and the force of the area where a lookup held says it', async () => {
    const path = answers('wards.zip', {
      E05000025: [crime(2), crime(3)],
      E05000026: [crime(1), crime(2)],
      E05000600: [crime(5)],
    });
    const { files } = await workspace.import([path, lookup()]);
    const rows = await workspace.query(
      'SELECT published_id, force, asked_areas FROM crime_current ORDER BY published_id',
    );
    expect(rows.map((row) => [row['published_id'], row['force'], row['asked_areas']])).toEqual([
      ['1', 'metropolitan', 'E05000026'],
      ['2', 'metropolitan', 'E05000025 E05000026'],
      ['3', null, 'E05000025'],
      ['5', null, 'E05000600'],
    ]);
    expect(files[0]?.warnings.join()).toMatch(/2 crimes name no force.*--force names one/);
    expect(files[0]?.warnings.join()).toContain('1 crimes stand in more than one area');
  });

  test('that were fetched by neighbourhood carry them, and the force of the name they were given', async () => {
    const path = workspace.path('2018-06-kent-street.json');
    writeFileSync(
      path,
      JSON.stringify([{ ...crime(1), neighbourhoods: ['A', 'B'] }, crime(2, { location_type: 'BTP' })]),
    );
    await workspace.import([path]);
    const rows = await workspace.query('SELECT force, asked_areas FROM crime ORDER BY published_id');
    expect(rows.map((row) => [row['force'], row['asked_areas']])).toEqual([
      ['kent', 'A B'],
      ['btp', null],
    ]);
  });

  test.skipIf(noSharedData !== null)(
    noSharedData ?? 'of June 2018 in the published files are 66,468 crimes, in two publications together',
    { timeout: 120_000 },
    async () => {
      const folder = `${SHARED_DATA}/police-uk-api-crimes-by-ward`;
      const { files } = await workspace.import([
        `${folder}/london_month_2018_06-all-wards.zip`,
        `${folder}/london_month_2018_06-westminster-camden-lewisham-newham.zip`,
        `${folder}/Wards - wards.csv.gz`,
        // The wards of the one lookup lack Canning Town South.
        `${SHARED_DATA}/boundaries/data_ward_lookup.csv.gz`,
      ]);
      expect(files[0]?.rows_read).toBe(69_838);
      expect(await count()).toBe(66_468);
      expect(await count("force IS NULL OR force NOT IN ('metropolitan', 'city-of-london', 'btp')")).toBe(0);
    },
  );
});
