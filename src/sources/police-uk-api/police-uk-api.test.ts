import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOnePublication } from '../input/archives.ts';
import { localFile } from '../input/local-file.ts';
import { openOne } from '../input/open-inputs.ts';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
} from '../table/testing.ts';
import { policeUkAvailability } from './availability.ts';
import { policeUkApiCrimes } from './crimes.ts';
import { policeUkApiStops } from './stops.ts';

const crime = (id: number, more: object = {}): object => ({
  category: 'violent-crime',
  location_type: 'Force',
  location: { latitude: '51.5', longitude: '-0.1', street: { id: 1, name: 'On or near Mill Street' } },
  context: '',
  outcome_status: { category: 'Under investigation', date: '2018-06' },
  persistent_id: 'abc',
  id,
  location_subtype: '',
  month: '2018-06',
  ...more,
});
const stop = (more: object = {}): object => ({
  type: 'Person search',
  datetime: '2024-09-27T09:45:00+00:00',
  legislation: null,
  object_of_search: 'Controlled drugs',
  outcome: 'Arrest',
  officer_defined_ethnicity: null,
  location: null,
  ...more,
});

describe('answers of the police.uk API, made-up', () => {
  it('reads crimes with the labels of the bulk downloads, and nothing where nothing is said', async () => {
    const read = await readText(
      policeUkApiCrimes,
      JSON.stringify([
        crime(1),
        crime(2, { outcome_status: null, persistent_id: '', location_type: 'BTP', location: null }),
      ]),
    );
    expect(read.rows).toEqual([
      {
        force: null,
        month: '2018-06-01',
        crime_id: 'abc',
        category: 'Violence and sexual offences',
        longitude: -0.1,
        latitude: 51.5,
        location: 'On or near Mill Street',
        last_outcome: 'Under investigation',
        context: null,
        published_id: '1',
        asked_areas: null,
      },
      expect.objectContaining({
        force: 'btp',
        crime_id: null,
        longitude: null,
        location: null,
        last_outcome: null,
      }),
    ]);
  });

  it('makes one of a crime that stands twice, and says when it is told in two ways', async () => {
    const read = await readText(
      policeUkApiCrimes,
      JSON.stringify([crime(1), crime(1), crime(1, { category: 'robbery' })]),
    );
    expect([read.rows.length, read.rowsRead, read.duplicates]).toEqual([1, 3, 2]);
    expect(read.warnings.join()).toContain('1 crimes are told differently');
  });

  it('rejects what is no crime by its place in the list', async () => {
    const read = await readText(
      policeUkApiCrimes,
      JSON.stringify([
        crime(1),
        7,
        crime(2, { category: 'jaywalking' }),
        crime(3, { month: 'June' }),
        { id: 4 },
      ]),
    );
    expect(read.rejects.map(({ line, column }) => [line, column])).toEqual([
      [2, null],
      [3, 'category'],
      [4, 'month'],
      [5, 'month'],
    ]);
    await expect(readText(policeUkApiCrimes, '[{"id": 1')).rejects.toThrow('cut short');
    await expect(readText(policeUkApiCrimes, '[]')).rejects.toThrow('no rows');
  });

  it('takes the month of a search from London time, and coordinates from text', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'scrutineer-test-')), '2024-09-metropolitan-stops.json');
    const late = stop({
      datetime: '2024-08-31T23:10:00+00:00',
      location: { latitude: '51.1', longitude: '0.2' },
    });
    await writeFile(
      path,
      JSON.stringify([late, stop(), stop(), stop({ type: null }), stop({ datetime: 'noon' })]),
    );
    const read = await policeUkApiStops.read(await localFile(path), context);
    await rm(path);
    expect(read.rows[0]).toMatchObject({
      month: '2024-09-01',
      at: '2024-08-31 23:10:00',
      longitude: 0.2,
      force: 'metropolitan',
    });
    expect(read.rows[1]).toMatchObject({
      legislation: null,
      officer_defined_ethnicity: null,
      outcome_linked: null,
    });
    expect([read.rows.length, read.duplicates]).toEqual([3, 1]);
    expect(read.rejects.map(({ column }) => column)).toEqual(['type', 'datetime']);
  });

  it('tells the three kinds of answer apart', async () => {
    const answers = [[crime(1)], [stop()], [{ date: '2025-02', 'stop-and-search': ['kent'] }]].map((answer) =>
      JSON.stringify(answer),
    );
    const sources = [policeUkApiCrimes, policeUkApiStops, policeUkAvailability];
    const known = await Promise.all(
      answers.map(async (answer) => Promise.all(sources.map(async (source) => recognises(source, answer)))),
    );
    expect(known).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
  });

  it('takes a ZIP for one publication only where every member is an answer for an area', () => {
    const member = 'm/crime_month_2018_06_area_E05000128_0.json';
    expect(isOnePublication([member, member.replace('_0', '_1')])).toBe(true);
    expect(isOnePublication([member, '2018-06/2018-06-kent-street.csv'])).toBe(false);
    expect(isOnePublication([])).toBe(false);
    expect(isOnePublication(['a.shp', 'a.dbf', 'a.prj', 'a.shp.xml'])).toBe(true);
    expect(isOnePublication(['a.shp', 'a.prj'])).toBe(false);
  });
});

describe.skipIf(!hasSharedData)(
  `answers of the police.uk API, published${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it('makes one of the crimes that stand in two wards: June 2018', async () => {
      const file = await sharedFile('police-uk-api-crimes-by-ward/london_month_2018_06-all-wards.zip');
      const [found] = await openOne(file.path, '/nowhere');
      const read = await policeUkApiCrimes.read(file, context);
      expect(found?.kind === 'sample' && policeUkApiCrimes.recognises(found.sample)).toBe(true);
      expect([read.rowsRead, read.rows.length, read.duplicates, read.rejects.length]).toEqual([
        69_838, 66_468, 3370, 0,
      ]);
    });

    it('reads the searches of September 2024', async () => {
      const name = 'police-uk-api-stops-metropolitan/2024-09.json.gz';
      expect(await recognisesShared(policeUkApiStops, name)).toBe(true);
      const read = await policeUkApiStops.read(await sharedFile(name), context);
      expect([read.rows.length, read.force, new Set(read.rows.map((row) => row['month'])).size]).toEqual([
        3253,
        'metropolitan',
        1,
      ]);
    });

    it('knows that the newest month has no searches of the Metropolitan Police', async () => {
      const name = 'police-uk-api-availability/crimes-street-dates.json';
      const { rows } = await policeUkAvailability.read(await sharedFile(name), context);
      const met = rows.filter((row) => row['area'] === 'Metropolitan Police');
      expect(met).toHaveLength(36);
      expect(met.find((row) => row['date'] === '2025-02-28')?.['value']).toBe(0);
      expect(rows.find((row) => row['area'] === 'Kent' && row['date'] === '2025-02-28')?.['value']).toBe(1);
    });
  },
);
