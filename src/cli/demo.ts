import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { loadAreas } from '../areas/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { ScrutineerError, UsageError } from '../foundation/errors.ts';
import { writeDemoFiles, type DemoPlan } from '../illustrative/index.ts';
import { openWorkspace } from '../lake/workspace.ts';
import { buildIllustrativeWorkspace } from '../opening/build-illustrative-workspace.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson, type Terminal } from './output.ts';
import { progressBar } from './progress-bar.ts';
import { parsePort, serveWorkspace } from './serve.ts';

interface DemoOptions extends CommonOptions {
  readonly scale: number;
  readonly seed: number;
  readonly nothingPlanted?: boolean;
  readonly filesOnly?: string;
  readonly port: number;
  readonly serve: boolean;
}

const WORKSPACE = '.scrutineer-demo';

export const demoCommand: CommandModule = (program, { terminal, now }) => {
  addCommand(
    program,
    'demo',
    'show the illustrative workspace: everything filled in, made up, and saying so',
    WORKSPACE,
  )
    .option('--scale <number>', 'size: 1 is a tenth of a big city, 10 all of it', parseScale, 1)
    .option('--seed <number>', 'another made-up world for each whole number', parseSeed, 1)
    .option('--nothing-planted', 'no truths hidden: nothing changes and nobody differs, save by chance')
    .option('--files-only <dir>', 'only write the files and what is hidden in them, into an empty folder')
    .option('--port <number>', 'port on this machine', parsePort, 8080)
    .option('--no-serve', 'build the workspace and stop')
    .action(async (options: DemoOptions) => {
      const plan = { scale: options.scale, seed: options.seed, planted: options.nothingPlanted !== true };
      const built =
        options.filesOnly === undefined
          ? await ensureDemo(options.workspace, plan, terminal, now)
          : filesOnly(options.filesOnly, plan, terminal);
      if (options.json) terminal.out(toJson(built));
      if (options.filesOnly === undefined && options.serve && !options.json)
        await serveWorkspace(options.workspace, options.port, terminal, now);
    });
};

/** What `demo --json` prints. */
interface DemoAnswer extends DemoPlan {
  readonly illustrative: true;
  readonly workspace?: string;
  readonly folder?: string;
  readonly files?: number;
  readonly rows?: number;
}

/** Builds the illustrative workspace where there is none; one that is there must be of the same plan. */
async function ensureDemo(
  dir: string,
  plan: DemoPlan,
  terminal: Terminal,
  now: () => Date,
): Promise<DemoAnswer> {
  if (existsSync(join(dir, 'workspace.json'))) {
    requireSamePlan(dir, plan);
    return { illustrative: true, workspace: dir, ...plan };
  }
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new UsageError(
      `The folder ${dir} is not empty, and is no workspace.`,
      'Name another with --workspace.',
    );
  terminal.err('Building the illustrative workspace: made-up figures with truths hidden in them …\n');
  const bar = progressBar(terminal);
  try {
    const built = await buildIllustrativeWorkspace(dir, plan, now, bar.update);
    bar.stop();
    terminal.err(
      `Made up ${built.rows.toLocaleString('en-GB')} rows in ${built.files.toLocaleString('en-GB')} files, and imported them. What is hidden: ${join(dir, 'planted-truths.md')}\n`,
    );
    return { illustrative: true, workspace: dir, ...plan, ...built };
  } finally {
    bar.stop();
  }
}

function filesOnly(dir: string, plan: DemoPlan, terminal: Terminal): DemoAnswer {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new UsageError(`The folder ${dir} is not empty.`, 'Name one that is, or that is not there yet.');
  const bar = progressBar(terminal);
  try {
    const { files, rows } = writeDemoFiles(dir, plan, loadAreas(CATALOGUE_DIR), (share) =>
      bar.update('Making up figures', share),
    );
    bar.stop();
    terminal.err(
      `Illustrative data: ${rows.toLocaleString('en-GB')} made-up rows in ${files.length.toLocaleString('en-GB')} files below ${dir}. What is hidden: ${join(dir, 'planted-truths.md')}\n`,
    );
    return { illustrative: true, folder: dir, ...plan, files: files.length, rows };
  } finally {
    bar.stop();
  }
}

/** A workspace of another kind, or of another plan, is left alone. */
function requireSamePlan(dir: string, plan: DemoPlan): void {
  const { kind } = openWorkspace(dir);
  if (kind !== 'illustrative')
    throw new ScrutineerError(
      `The workspace in ${dir} holds published figures: made-up ones never go there.`,
      'Name another folder with --workspace, or leave it out.',
    );
  const file = join(dir, 'illustrative-data.json');
  const held = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoPlan>) : {};
  if (held.scale === plan.scale && held.seed === plan.seed && held.planted === plan.planted) return;
  throw new ScrutineerError(
    `The workspace in ${dir} was made otherwise (scale ${held.scale ?? '?'}, seed ${held.seed ?? '?'}${held.planted === false ? ', nothing planted' : ''}).`,
    'Remove that folder, or name another with --workspace.',
  );
}

function parseScale(text: string): number {
  const scale = Number(text);
  if (!(scale >= 0.01 && scale <= 1000))
    throw new InvalidArgumentError('A scale is a number from 0.01 to 1000.');
  return scale;
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new InvalidArgumentError('A seed is a whole number, 0 or more.');
  return seed;
}
