/** One measure for all boroughs and all months, once running, on the published counts where they are held. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { openOrCreateWorkspace } from '../src/lake/workspace.ts';
import { LakeWriter } from '../src/lake/writer.ts';
import { seriesOf } from '../src/measures/index.ts';
import { importPaths } from '../src/sources/importer/import-paths.ts';
import { SOURCES } from '../src/sources/registry.ts';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const DATA = join(import.meta.dirname, '../../shared/data');
const FOLDERS = [
  'london-datastore-mps-recorded-crime-to-2023-10',
  'london-datastore-mps-recorded-crime-to-2026-03',
  'mopac-public-attitude-survey',
  'police-uk-metropolitan-stop-and-search',
  'boundaries/london-boroughs_1179.geojson',
];
const MEASURES = ['recorded-crime', 'robbery', 'stop-and-search', 'stop-and-search-arrest-rate', 'trust'];
const LIMIT_MS = 150;

export const bench: Bench = async ({ scratch, say }) => {
  if (!existsSync(DATA)) {
    say('Not measured: no ../shared/data.');
    return [];
  }
  say('Importing published files …');
  const dir = join(scratch, 'series');
  const now = (): Date => new Date();
  const writer = await LakeWriter.open(openOrCreateWorkspace(dir, 'own', now()), 'bench');
  const app = buildApp(dir);
  await importPaths(
    writer,
    FOLDERS.map((folder) => join(DATA, folder)),
    { sources: SOURCES, context: { areas: app.areas, force: null }, now },
  );
  await writer.close();
  const boroughs = app.areas.list('borough').map(({ name }) => name);
  const measurements = [];
  for (const measure of MEASURES) {
    const { observations } = await seriesOf(app, { measure, areas: boroughs });
    const ours = await medianTime(async () => seriesOf(app, { measure, areas: boroughs }), 7);
    measurements.push({
      what: `series ${measure}, all boroughs, ${observations.length.toLocaleString('en-GB')} values`,
      ours,
      against: 'limit',
      theirs: LIMIT_MS,
      ratio: ours / LIMIT_MS,
      limit: 1,
    });
  }
  app.lake.close();
  return measurements;
};
