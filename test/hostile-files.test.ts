import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDuckDb } from '../src/lake/duckdb.ts';
import { findSamples } from './hostile-files/find-samples.ts';
import { hostileZips } from './hostile-files/hostile-zips.ts';
import { mutant } from './hostile-files/mutant.ts';
import { tryMutants } from './hostile-files/try-mutants.ts';
import { SHARED_DATA, TestWorkspace, noSharedData } from './import/workspace.ts';
import { writeMonths } from './made-up/police-uk-months.ts';

// The whole of it, 10,000 changed copies of every layout: tsx scripts/mutate.ts.
const COPIES = 12;

const folder = mkdtempSync(join(tmpdir(), 'scrutineer-hostile-'));
const instance = await startDuckDb({ threads: 1 });
const connection = await instance.connect();
afterAll(() => {
  instance.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function faultsOf(data: string, copies: number): Promise<{ tried: number; faults: string[] }> {
  const samples = await findSamples(connection, [data], join(folder, 'samples'));
  let tried = 0;
  const faults: string[] = [];
  for (const sample of samples) {
    const numbers = Array.from({ length: copies }, (_, index) => index);
    for await (const each of tryMutants(connection, sample, numbers, join(folder, 'work'))) {
      tried += 1;
      faults.push(
        ...each.faults.map((fault) => `${sample.source} ${each.number} (${each.change}): ${fault}`),
      );
    }
  }
  return { tried, faults };
}

describe('changed copies of files', () => {
  it('of made-up street crime, outcomes of searches and cited figures are read, read in part or refused by name', async () => {
    const made = join(folder, 'made');
    await writeMonths(join(made, 'street'), 'street', 1, 30);
    await writeMonths(join(made, 'search'), 'stop-and-search', 1, 30);
    const { tried, faults } = await faultsOf(made, 40);
    expect(faults).toEqual([]);
    expect(tried).toBe(80);
    const figures = await faultsOf(join(import.meta.dirname, '../figures'), 40);
    expect(figures).toEqual({ tried: 40, faults: [] });
  });

  it.skipIf(noSharedData !== null)(`of published files likewise ${noSharedData ?? ''}`, async () => {
    const folders = [
      'mopac-public-attitude-survey',
      'london-datastore-mps-homicide',
      'police-uk-city-of-london',
      'boundaries',
    ];
    for (const name of folders) {
      const { tried, faults } = await faultsOf(join(SHARED_DATA, name), COPIES);
      expect(faults, name).toEqual([]);
      expect(tried, name).toBeGreaterThanOrEqual(COPIES);
    }
  });

  it('are the same for the same number, so that a failure can be had again', () => {
    const sample = {
      source: 'figures',
      name: 'x.csv',
      form: 'text',
      bytes: Buffer.from('a,b\n1,2\n3,4\n'),
    } as const;
    const twice = Array.from({ length: 50 }, (_, number) => [mutant(sample, number), mutant(sample, number)]);
    for (const [first, second] of twice) expect(first).toEqual(second);
    expect(new Set(twice.map(([first]) => first?.bytes.toString('hex'))).size).toBeGreaterThan(40);
  });
});

describe('hostile ZIPs', () => {
  const workspace = new TestWorkspace();
  const table = [
    'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing',
    'Person search,2023-06-01T10:00:00+00:00,,,51.5,-0.1,Male,18-24,,White,Misuse of Drugs Act 1971 (section 23),Controlled drugs,Arrest,,',
    '',
  ].join('\n');
  const zips = hostileZips(table);
  beforeAll(async () => {
    await mkdir(workspace.path('in'));
    for (const [index, bytes] of Object.values(zips).entries())
      await writeFile(workspace.path(`in/${index}-metropolitan.zip`), bytes);
  });
  afterAll(() => workspace.cleanUp());

  it('write nothing outside the workspace, and each is read or refused by a message', async () => {
    const before = await readdir(tmpdir());
    const { files } = await workspace.import([workspace.path('in')]);
    expect(files.length).toBeGreaterThanOrEqual(Object.keys(zips).length - 2);
    for (const file of files) {
      expect(['imported', 'already-imported', 'not-recognised', 'failed']).toContain(file.status);
      if (file.status === 'failed')
        expect(file.warnings.join(' ')).toMatch(/Download|Unpack|Check|Name it|Split/);
    }
    expect(files.some(({ status }) => status === 'imported')).toBe(true);
    expect((await readdir(workspace.folder)).toSorted()).toEqual(['in', 'workspace']);
    expect((await readdir(workspace.dir)).toSorted()).toEqual(['lake', 'workspace.json']);
    expect(existsSync('/tmp/scrutineer-escaped.csv')).toBe(false);
    expect(
      (await readdir(tmpdir())).filter((name) => !before.includes(name) && name.includes('escaped')),
    ).toEqual([]);
    expect(await readdir(workspace.path('in'))).toHaveLength(Object.keys(zips).length);
  });
});

describe('names of files that are patterns to a database', () => {
  it('are read as the names that they are', async () => {
    const workspace = new TestWorkspace();
    try {
      const made = await writeMonths(workspace.path('made'), 'stop-and-search', 1, 10, 5);
      await writeMonths(workspace.path('b'), 'stop-and-search', 1, 20, 6);
      const [name = ''] = await readdir(made);
      await mkdir(workspace.path('in'));
      await copyFile(join(workspace.path('b'), name), workspace.path('in/metropolitan-a.csv'));
      for (const odd of ['metropolitan-[ab].csv', 'metropolitan-*.csv', "metropolitan-';--.csv"])
        await copyFile(join(made, name), workspace.path(`in/${odd}`));
      const { files } = await workspace.import([workspace.path('in')]);
      const read = files.filter(({ status }) => status === 'imported').map(({ rows_read: rows }) => rows);
      expect(read.toSorted((a, b) => a - b)).toEqual([10, 20]);
      expect(files.filter(({ status }) => status === 'already-imported')).toHaveLength(2);
    } finally {
      workspace.cleanUp();
    }
  });
});
