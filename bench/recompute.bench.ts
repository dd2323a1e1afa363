/**
 * After one more month is imported, only the measures that rest on it are worked out again. Shown for a month of the force that is
 * looked at and for a file of another force: how many measures were worked out, and the time against working all of them out.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { MeasureBoard, type ReadingSide } from '../src/evidence/index.ts';
import { Lake } from '../src/lake/lake.ts';
import { openOrCreateWorkspace } from '../src/lake/workspace.ts';
import { LakeWriter } from '../src/lake/writer.ts';
import { importPaths } from '../src/sources/importer/import-paths.ts';
import { SOURCES } from '../src/sources/registry.ts';
import type { Bench, Measurement } from './bench.ts';

const DATA = join(import.meta.dirname, '../../shared/data');
const SEARCHES = 'police-uk-metropolitan-stop-and-search';
const BASE = [
  'london-datastore-mps-recorded-crime-to-2023-10',
  'london-datastore-mps-recorded-crime-to-2026-03',
  'mopac-public-attitude-survey',
  'ons-population/population_policeforces.csv',
];
const ELSEWHERE = 'police-uk-south-wales-stop-and-search';
const AREAS = ['Metropolitan Police'];
/** Months of searches held before one more comes. */
const MONTHS_BEFORE = 7;
/** Ours against working everything out again. */
const LIMIT = 0.6;

export const bench: Bench = async ({ scratch, say }) => {
  if (!existsSync(DATA)) {
    say('Not measured: no ../shared/data.');
    return [];
  }
  const dir = join(scratch, 'recompute');
  const months = readdirSync(join(DATA, SEARCHES))
    .filter((name) => /\d{4}-\d{2}/.test(name))
    .toSorted();
  const last = months.at(-1) ?? '';
  say('Importing published files …');
  await importInto(dir, [
    ...BASE.map((path) => join(DATA, path)),
    ...months.slice(-1 - MONTHS_BEFORE, -1).map((name) => join(DATA, SEARCHES, name)),
  ]);
  const app = buildApp(dir);
  const board = MeasureBoard.of(app);
  await summaries(board);
  const measurements: Measurement[] = [];
  for (const [what, path] of [
    ['one more month of searches by the Met', join(DATA, SEARCHES, last)],
    ['searches by South Wales Police', join(DATA, ELSEWHERE)],
  ] as const) {
    await importInto(dir, [path]);
    measurements.push(await afterImport(app, board, what));
  }
  app.lake.close();
  return measurements;
};

/** The summaries that the board gives after an import, and those that a program that has just started works out. */
async function afterImport(app: ReadingSide, board: MeasureBoard, what: string): Promise<Measurement> {
  const before = board.work;
  await app.lake.engine();
  const ours = await time(async () => summaries(board));
  const after = board.work;
  const fresh = { ...app, lake: new Lake(app.workspace) };
  await fresh.lake.engine();
  const theirs = await time(async () => summaries(new MeasureBoard(fresh)));
  fresh.lake.close();
  const again = after.workedOut - before.workedOut;
  const kept = after.foundToHold - before.foundToHold;
  return {
    what: `after ${what}: ${again} of ${again + kept} summaries worked out again`,
    ours,
    against: 'all of them',
    theirs,
    ratio: ours / theirs,
    limit: LIMIT,
  };
}

async function summaries(board: MeasureBoard): Promise<void> {
  for (const area of AREAS) await board.all(area);
}

async function importInto(dir: string, paths: readonly string[]): Promise<void> {
  const now = (): Date => new Date();
  const writer = await LakeWriter.open(openOrCreateWorkspace(dir, 'own', now()), 'bench');
  try {
    const { areas } = buildApp(dir);
    await importPaths(writer, paths, { sources: SOURCES, context: { areas, force: null }, now });
  } finally {
    await writer.close();
  }
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}
