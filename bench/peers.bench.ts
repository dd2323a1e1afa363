/** Import and a grouped count against polars and pandas, for information: they neither check nor keep what they read. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadAreas } from '../src/areas/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import { Lake } from '../src/lake/lake.ts';
import { openOrCreateWorkspace } from '../src/lake/workspace.ts';
import { LakeWriter } from '../src/lake/writer.ts';
import { importPaths } from '../src/sources/importer/import-paths.ts';
import { SOURCES } from '../src/sources/registry.ts';
import { writeMonths } from '../test/made-up/police-uk-months.ts';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const ROWS = 1_000_000;
const ROUNDS = 5;
const VENV = join(import.meta.dirname, '../.build/bench-python');

const peerSchema = z.object({
  version: z.string(),
  import: z.number(),
  count: z.number(),
  groups: z.number(),
});
const peersSchema = z.record(z.string(), peerSchema);

export const bench: Bench = async ({ scratch, say }) => {
  const python = installPeers(say);
  if (python === null) return [];
  const folder = await writeMonths(join(scratch, 'peers'), 'street', 1, ROWS);
  const [name] = readdirSync(folder);
  if (name === undefined) throw new Error('no file was made up');
  say('polars and pandas');
  const peers = run(python, join(folder, name), join(scratch, 'peer.parquet'));

  say('scrutineer');
  const areas = loadAreas(CATALOGUE_DIR);
  let turn = 0;
  const ours = async (): Promise<void> => {
    turn += 1;
    const writer = await LakeWriter.open(
      openOrCreateWorkspace(join(scratch, `workspace-${turn}`), 'own', new Date()),
      'bench',
    );
    await importPaths(writer, [folder], {
      sources: SOURCES,
      context: { areas, force: null },
      now: () => new Date(),
    });
    await writer.close();
  };
  const importTime = await medianTime(ours, ROUNDS);
  const lake = new Lake(openOrCreateWorkspace(join(scratch, `workspace-${turn}`), 'own', new Date()));
  const engine = await lake.engine();
  let groups = 0;
  const count = async (): Promise<void> => {
    const { rows } = await engine.query(
      'SELECT month, category, last_outcome, count(*) AS crimes, count(DISTINCT lsoa_code) AS places FROM crime_current GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
    );
    groups = rows.length;
  };
  const countTime = await medianTime(count, ROUNDS);
  lake.close();

  return Object.entries(peers).flatMap(([peer, { version, ...times }]) => {
    if (times.groups !== groups)
      throw new Error(`${peer} found ${times.groups} groups, Scrutineer ${groups}`);
    const against = `${peer} ${version}`;
    return [
      {
        what: 'import a million street rows',
        ours: importTime,
        against,
        theirs: times.import,
        ratio: importTime / times.import,
        limit: null,
      },
      {
        what: 'count them by three columns, with distinct places',
        ours: countTime,
        against,
        theirs: times.count,
        ratio: countTime / times.count,
        limit: null,
      },
    ];
  });
};

/** The Python that has the peers, installed once into .build; null, with the reason said, where that cannot be done. */
function installPeers(say: (text: string) => void): string | null {
  const python = join(VENV, 'bin/python');
  if (existsSync(join(VENV, 'installed'))) return python;
  say('Installing pandas and polars for comparison …');
  mkdirSync(VENV, { recursive: true });
  const steps = [
    ['python3', '-m', 'venv', VENV],
    [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'pandas', 'pyarrow', 'polars'],
    ['touch', join(VENV, 'installed')],
  ];
  for (const [command = '', ...args] of steps) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) {
      say(`Not compared with pandas and polars: ${error?.message ?? stderr.trim().split('\n').at(-1) ?? ''}`);
      return null;
    }
  }
  return python;
}

function run(python: string, csv: string, parquet: string): z.infer<typeof peersSchema> {
  const script = join(import.meta.dirname, 'peers.py');
  const { status, stdout, stderr } = spawnSync(python, [script, csv, parquet, String(ROUNDS)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return peersSchema.parse(JSON.parse(stdout));
}
