import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAreas } from '../../src/areas/index.ts';
import { CATALOGUE_DIR } from '../../src/foundation/catalogue-dir.ts';
import { writeDemoFiles, type DemoFiles, type DemoPlan } from '../../src/illustrative/index.ts';
import { isMadeUp } from '../../src/sources/importer/same-kind.ts';
import { localFile } from '../../src/sources/input/local-file.ts';
import { sampleOf } from '../../src/sources/input/sample.ts';
import { SOURCES } from '../../src/sources/registry.ts';
import { scratchFolder } from './made-up-world.ts';

const areas = loadAreas(CATALOGUE_DIR);
const { path, remove } = scratchFolder();
const PLAN: DemoPlan = { scale: 0.02, seed: 7, planted: true };

function write(name: string, plan: DemoPlan): DemoFiles {
  return writeDemoFiles(join(path, name), plan, areas, () => undefined);
}

function digest(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(path, name, 'illustrative-data.json')))
    .digest('hex');
}

describe('illustrative files', () => {
  let made: DemoFiles;
  beforeAll(() => {
    made = write('first', PLAN);
  });
  afterAll(remove);

  it('are the same bytes whenever and wherever they are made from one plan', () => {
    write('again', PLAN);
    expect(digest('again')).toBe(digest('first'));
    // The manifest holds the hash of every file. Change this line only when the made-up world itself is changed.
    expect(digest('first')).toBe('55d118d7d06e5aa1bdd0e9aa761637cb3385a2ee019e0f415d235c8dab739830');
  });

  it('are others for another seed, and without what is planted', () => {
    write('other', { ...PLAN, seed: 8 });
    write('nothing', { ...PLAN, planted: false });
    expect(new Set([digest('first'), digest('other'), digest('nothing')]).size).toBe(3);
    expect(JSON.parse(readFileSync(join(path, 'nothing/planted-truths.json'), 'utf8'))).toMatchObject({
      illustrative: true,
      truths: [],
    });
  });

  it('hold as many rows as the scale says', () => {
    const rows = (files: DemoFiles): number =>
      files.files
        .filter((file) => file.path.endsWith('-street.csv'))
        .reduce((sum, file) => sum + file.rows, 0);
    const ratio = rows(write('twice', { ...PLAN, scale: 0.04 })) / rows(made);
    expect(ratio).toBeGreaterThan(1.9);
    expect(ratio).toBeLessThan(2.1);
  });

  it('say each that they are made up, and are known by their importers as what they imitate', async () => {
    const seen = new Set<string>();
    for (const { path: file } of made.files.filter((each) => !each.path.startsWith('linking/'))) {
      const sample = await sampleOf(await localFile(join(path, 'first', file)));
      expect([file, isMadeUp(sample)]).toEqual([file, true]);
      const source = SOURCES.find((each) => each.recognises(sample));
      expect([file, source === undefined]).toEqual([file, false]);
      seen.add(source?.id ?? '');
    }
    expect([...seen].toSorted()).toEqual([
      'census-2011-officer-defined-by-force',
      'figures',
      'gla-borough-boundaries',
      'mopac-pas',
      'mopac-pas-force',
      'mps-borough-crime',
      'mps-homicide',
      'mps-monthly-dashboard',
      'ons-force-population',
      'ons-lsoa-population',
      'police-uk-outcomes',
      'police-uk-stop-search',
      'police-uk-street',
      'return-calls-101',
      'return-calls-999',
      'return-handcuffing-in-searches',
      'return-taser-on-children',
      'return-telephone-digital-satisfaction',
      'return-user-satisfaction',
      'return-victims-ethnicity',
      'survey-respondents',
    ]);
  });

  it('hold the same rows where years, not months, stand together', () => {
    const years = writeDemoFiles(join(path, 'years'), PLAN, areas, () => undefined, 'years');
    expect([years.rows, years.truths]).toEqual([made.rows, made.truths]);
    const lines = (name: string, files: DemoFiles, of: string): string[] =>
      files.files
        .filter((file) => file.path.endsWith(of))
        .flatMap((file) =>
          readFileSync(join(path, name, file.path), 'utf8')
            .trimEnd()
            .split('\n')
            .slice(1),
        )
        .toSorted();
    for (const of of ['-metropolitan-outcomes.csv', '-greater-manchester-stop-and-search.csv'])
      expect(lines('years', years, of)).toEqual(lines('first', made, of));
    expect(readdirSync(join(path, 'years/files/police-uk')).toSorted()).toEqual(
      '2017 2018 2019 2020 2021 2022 2023-from-08 2023-to-07'.split(' '),
    );
  });

  it('lie in the folders of the archive, with nothing beside them that an importer would trip over', () => {
    expect(readdirSync(join(path, 'first')).toSorted()).toEqual([
      'files',
      'illustrative-data.json',
      'linking',
      'planted-truths.json',
      'planted-truths.md',
    ]);
    expect(readdirSync(join(path, 'first/files/police-uk/2019-08')).toSorted()).toEqual(
      ['greater-manchester', 'metropolitan', 'west-midlands', 'west-yorkshire']
        .flatMap((force) =>
          ['outcomes', 'stop-and-search', 'street'].map((kind) => `2019-08-${force}-${kind}.csv`),
        )
        // Planted: this force published no searches then.
        .filter((name) => name !== '2019-08-greater-manchester-stop-and-search.csv'),
    );
  });
});
