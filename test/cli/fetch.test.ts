import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Lake } from '../../src/lake/lake.ts';
import { openWorkspace } from '../../src/lake/workspace.ts';
import { json, MadeUpPublisher, SORRY, whole } from '../fetch/made-up-publisher.ts';
import { noSharedData, SHARED_DATA } from '../import/workspace.ts';
import { zip } from '../made-up/zip.ts';
import { run } from '../opening/command-line.ts';

let publisher: MadeUpPublisher;
let base = '';
let workspace = '';

beforeEach(async () => {
  publisher = new MadeUpPublisher();
  base = await publisher.start();
  workspace = mkdtempSync(join(tmpdir(), 'scrutineer-fetch-'));
});
afterEach(async () => {
  await publisher.stop();
  rmSync(workspace, { recursive: true, force: true });
});

const here = (): string[] => ['--base-url', base, '--workspace', workspace, '--json'];
const STREET =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n';
const street = (month: string, force: string, rows: number): string =>
  STREET +
  Array.from(
    { length: rows },
    (_, index) =>
      `${month}${index},${month},${force},${force},-0.1,51.5,On or near High Street,E01000001,City of London 001A,Robbery,Under investigation,\n`,
  ).join('');

interface FetchAnswer {
  readonly fetched: readonly {
    readonly files: readonly { readonly status: string; readonly path: string }[];
  }[];
  readonly import: { readonly files: readonly { readonly member?: string; readonly status: string }[] };
}

describe('scrutineer fetch', () => {
  test('lists what there is and from whom', async () => {
    const { code, out } = await run('fetch', '--list', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      sources: expect.arrayContaining([
        expect.objectContaining({
          source: 'police-uk-archive',
          publisher: 'data.police.uk',
          base: 'https://data.police.uk',
        }),
      ]) as unknown,
    });
  });

  test('brings of an archive the months and forces asked for, and its releases say where from', async () => {
    publisher.on('/api/crimes-street-dates', json([{ date: '2024-09', 'stop-and-search': [] }])).on(
      '/data/archive/2024-09.zip',
      whole(
        zip({
          '2024-08/2024-08-city-of-london-street.csv': street('2024-08', 'City of London Police', 3),
          '2024-09/2024-09-city-of-london-street.csv': street('2024-09', 'City of London Police', 2),
          '2024-09/2024-09-kent-street.csv': street('2024-09', 'Kent Police', 7),
        }),
      ),
    );
    const { code, out } = await run('fetch', 'police-uk-archive', '--force', 'city-of-london', ...here());
    expect(code).toBe(0);
    const answer = JSON.parse(out) as FetchAnswer;
    expect(answer.import.files.map(({ member, status }) => [member, status])).toEqual([
      ['2024-09/2024-09-city-of-london-street.csv', 'imported'],
    ]);
    const lake = new Lake(openWorkspace(workspace));
    expect(lake.releases()).toMatchObject([
      { source: 'police-uk-street', rows: 2, address: `${base}/data/archive/2024-09.zip` },
    ]);
    lake.close();
  });

  test('does nothing twice', async () => {
    const dates = json([{ date: '2024-09', 'stop-and-search': ['metropolitan'] }]);
    publisher.on('/api/crimes-street-dates', dates);
    await run('fetch', 'police-uk-availability', ...here());
    const { code, out } = await run('fetch', 'police-uk-availability', ...here());
    expect(code).toBe(0);
    const answer = JSON.parse(out) as FetchAnswer;
    expect(answer.fetched[0]?.files[0]?.status).toBe('unchanged');
    expect(answer.import.files[0]?.status).toBe('already-imported');
  });

  test('says what it would fetch, and fetches nothing', async () => {
    publisher.on(
      '/api/crimes-street-dates',
      json([{ date: '2024-09', 'stop-and-search': ['metropolitan'] }]),
    );
    const { out } = await run('fetch', 'police-uk-stops', '--force', 'metropolitan', '--dry-run', ...here());
    expect(JSON.parse(out)).toMatchObject({ files: [{ file: '2024-09-metropolitan-stop-and-search.json' }] });
    expect(publisher.asked.map(({ url }) => url)).toEqual(['/api/crimes-street-dates']);
    expect(existsSync(join(workspace, 'downloads'))).toBe(false);
  });

  test('imports nothing of what is not what it should be, and fails', async () => {
    publisher.on('/api/crimes-street-dates', whole(SORRY));
    const { code, out, err } = await run('fetch', 'police-uk-availability', ...here());
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ import: null });
    expect(err).toContain('1 of 1 files could not be fetched');
  });

  test.each([
    [['police-uk-stop'], 'Did you mean "police-uk-stops"?'],
    [['police-uk-stops', '--force', 'metropolis'], 'no police force with the slug "metropolis"'],
    [[], 'Nothing is named'],
    [['police-uk-stops', '--force', 'kent', '--from', 'May'], 'Write it as 2022-04'],
  ])('refuses %j', async (args, says) => {
    const { code, err } = await run('fetch', ...args, ...here());
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(says);
  });

  test.skipIf(noSharedData !== null)(
    noSharedData ??
      'imports the real answers of the API for searches, the force known by the name given to the file',
    async () => {
      const real = gunzipSync(
        readFileSync(join(SHARED_DATA, 'police-uk-api-stops-metropolitan/2024-09.json.gz')),
      );
      publisher
        .on('/api/crimes-street-dates', json([{ date: '2024-09', 'stop-and-search': ['metropolitan'] }]))
        .on('/api/stops-force?force=metropolitan&date=2024-09', whole(real));
      const { code } = await run(
        'fetch',
        'police-uk-stops',
        '--force',
        'metropolitan',
        '--from',
        '2024-09',
        '--to',
        '2024-09',
        ...here(),
      );
      expect(code).toBe(0);
      const lake = new Lake(openWorkspace(workspace));
      const { rows } = await lake.queryUntrusted(
        "SELECT count(*) AS n FROM stop_search_current WHERE force = 'metropolitan'",
      );
      expect(rows[0]?.['n']).toBe((JSON.parse(real.toString()) as unknown[]).length);
      lake.close();
    },
  );
});
