/**
 * Import (recognised, checked, normalised, hashed, written as a release) against a bare DuckDB COPY of the same clean CSV,
 * a million rows, as one file and as a file per month.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAreas } from '../src/areas/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import { startDuckDb } from '../src/lake/duckdb.ts';
import { openOrCreateWorkspace } from '../src/lake/workspace.ts';
import { LakeWriter } from '../src/lake/writer.ts';
import { importPaths } from '../src/sources/importer/import-paths.ts';
import { SOURCES } from '../src/sources/registry.ts';
import { alternate } from './alternate.ts';
import type { Bench, Measurement } from './bench.ts';
import { writeMonths, type LAYOUTS } from '../test/made-up/police-uk-months.ts';

const ROWS = 1_000_000;
const LIMIT = 1.25;
const ROUNDS = 7;

const SHAPES: readonly { layout: keyof typeof LAYOUTS; files: number }[] = [
  { layout: 'street', files: 1 },
  { layout: 'street', files: 10 },
  { layout: 'stop-and-search', files: 1 },
  { layout: 'stop-and-search', files: 50 },
];

export const bench: Bench = async ({ scratch, say }) => {
  const areas = loadAreas(CATALOGUE_DIR);
  const instance = await startDuckDb();
  const duckdb = await instance.connect();
  const measurements: Measurement[] = [];

  for (const { layout, files } of SHAPES) {
    const what = `import ${layout}, ${ROWS.toLocaleString('en-GB')} rows in ${files === 1 ? 'one file' : `${files} files`}`;
    say(what);
    const folder = await writeMonths(join(scratch, `${layout}-${files}`), layout, files, ROWS / files);
    const paths = (await readdir(folder)).map((name) => join(folder, name));
    const out = join(scratch, 'bare');
    await mkdir(out, { recursive: true });

    const ours = async (): Promise<void> => {
      const dir = join(scratch, 'workspace');
      await rm(dir, { recursive: true, force: true });
      const writer = await LakeWriter.open(openOrCreateWorkspace(dir, 'own', new Date()), 'bench');
      const { totals } = await importPaths(writer, [folder], {
        sources: SOURCES,
        context: { areas, force: null },
        now: () => new Date(),
      });
      await writer.close();
      if (totals.rows_kept !== ROWS) throw new Error(`${totals.rows_kept} rows kept of ${ROWS}`);
    };
    const copy = (from: string, to: string): string =>
      `COPY (SELECT * FROM read_csv('${from}')) TO '${join(out, to)}' (FORMAT parquet)`;
    const together = async (): Promise<void> =>
      void (await duckdb.run(copy(join(folder, '*.csv'), 'all.parquet')));
    const each = async (): Promise<void> => {
      for (const [index, path] of paths.entries()) await duckdb.run(copy(path, `${index}.parquet`));
    };
    const pairs =
      files === 1
        ? ([['bare COPY', together]] as const)
        : ([
            ['bare COPY of each file', each],
            ['bare COPY of all files into one', together],
          ] as const);
    for (const [against, theirs] of pairs)
      measurements.push({ what, against, limit: LIMIT, ...(await alternate(ours, theirs, ROUNDS)) });
    await rm(folder, { recursive: true });
  }
  duckdb.closeSync();
  instance.closeSync();
  return measurements;
};
