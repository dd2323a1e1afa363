/**
 * Tries the importers on changed copies of published files and prints what became of them, a line a source:
 * `tsx scripts/mutate.ts [--count 10000] [--from 0] [--source ID,…] [--minutes N]`. The same number gives the same copy, so a failure can be had again.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDuckDb } from '../src/lake/duckdb.ts';
import { findSamples } from '../test/hostile-files/find-samples.ts';
import type { Tried } from '../test/hostile-files/try-mutants.ts';
import type { Job } from '../test/hostile-files/worker.ts';

/** A copy that takes longer than this is taken for a hang. */
const PATIENCE_MS = 30_000;
const SLICE_MS = 5000;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    source: { type: 'string', default: '' },
    workers: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '0' },
  },
});
const [count, from] = [Number(values.count), Number(values.from)];
const only = values.source === '' ? [] : values.source.split(',');
const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'scrutineer-mutants-'));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

interface Counts {
  tried: number;
  read: number;
  inPart: number;
  refused: number;
  unrecognised: number;
  readonly failures: Map<string, { count: number; first: number; change: string }>;
}

const samples = await prepare();
const counts = new Map<string, Counts>(
  samples.map(({ sample }) => [
    sample.source,
    { tried: 0, read: 0, inPart: 0, refused: 0, unrecognised: 0, failures: new Map() },
  ]),
);
// Each source in turn for a few seconds, so that a run that is stopped has tried some of each.
const jobs: Job[] = samples.map((each) => ({ ...each, from, to: from + count, slice: SLICE_MS }));

const stop = { asked: false };
process.on('SIGINT', () => (stop.asked = true));
process.on('SIGTERM', () => (stop.asked = true));
if (Number(values.minutes) > 0)
  setTimeout(() => (stop.asked = true), 60_000 * Number(values.minutes)).unref();
const timer = setInterval(() => say(progress()), 60_000);
await Promise.all(Array.from({ length: Number(values.workers) }, async (_, index) => employ(index)));
clearInterval(timer);
report();
const strangers = readdirSync(folder).filter((name) => !/^(samples|worker-\d+)$/.test(name));
if (strangers.length > 0) say(`written outside: ${strangers.join(', ')}`);
rmSync(folder, { recursive: true, force: true });
if (strangers.length > 0 || [...counts.values()].some(({ failures }) => failures.size > 0))
  process.exitCode = 1;

async function prepare(): Promise<Pick<Job, 'sample' | 'path'>[]> {
  const instance = await startDuckDb();
  const connection = await instance.connect();
  const scratch = join(folder, 'samples', 'scratch');
  const data = [join(ROOT, '../shared/data'), join(ROOT, 'figures')];
  const found = await findSamples(connection, data, scratch, only);
  instance.closeSync();
  rmSync(scratch, { recursive: true, force: true });
  return found.map(({ bytes, ...sample }) => {
    const path = join(folder, 'samples', sample.source);
    writeFileSync(path, bytes);
    return { sample, path };
  });
}

/** Keeps one worker busy until the jobs are done; a worker that hangs or dies is noted and replaced. */
async function employ(index: number): Promise<void> {
  const home = join(folder, `worker-${index}`);
  let worker = await hire(home);
  for (let job = jobs.shift(); job && !stop.asked; job = jobs.shift()) {
    const { next, alive } = await run(worker, job);
    if (next < job.to) jobs.push({ ...job, from: next });
    if (!alive) {
      worker.kill('SIGKILL');
      worker = await hire(home);
    }
  }
  worker.disconnect();
}

async function hire(home: string): Promise<ChildProcess> {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const loader = new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
  const worker = fork(join(ROOT, 'test/hostile-files/worker.ts'), [home], {
    execArgv: ['--import', loader, '--max-old-space-size=1500'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise<void>((resolve) => void worker.once('message', () => resolve()));
  return worker;
}

/** Runs a job for its slice of time: the number to go on from, and whether the worker lives to do it. */
async function run(worker: ChildProcess, job: Job): Promise<{ next: number; alive: boolean }> {
  return new Promise((resolve) => {
    let at = job.from;
    let patience = setTimeout(() => end('hangs'), PATIENCE_MS);
    const end = (what: string | null, next = at + 1): void => {
      clearTimeout(patience);
      worker.off('message', hear);
      worker.off('exit', die);
      if (what !== null) fail(job, at, 'unknown', what);
      resolve({ next, alive: what === null });
    };
    const die = (): void => end('the process dies');
    const hear = (message: { began?: number; tried?: Tried; next?: number }): void => {
      clearTimeout(patience);
      patience = setTimeout(() => end('hangs'), PATIENCE_MS);
      if (message.began !== undefined) at = message.began;
      if (message.tried) note(job, message.tried);
      if (message.next !== undefined) end(null, message.next);
    };
    worker.on('message', hear);
    worker.on('exit', die);
    worker.send(job);
  });
}

function note(job: Job, { number, change, recognised, status, faults }: Tried): void {
  const own = counts.get(job.sample.source);
  if (!own) return;
  own.tried += 1;
  own[status === 'read in part' ? 'inPart' : status] += 1;
  if (!recognised) own.unrecognised += 1;
  for (const fault of faults) fail(job, number, change, fault);
}

function fail({ sample }: Job, number: number, change: string, fault: string): void {
  const own = counts.get(sample.source);
  const kind = fault.replaceAll(/\d+/g, 'N').slice(0, 220);
  const known = own?.failures.get(kind);
  if (known) known.count += 1;
  else own?.failures.set(kind, { count: 1, first: number, change });
}

function progress(): string {
  const tried = [...counts.values()].reduce((sum, each) => sum + each.tried, 0);
  const failed = [...counts.values()].reduce((sum, each) => sum + each.failures.size, 0);
  return `${tried} copies tried, ${failed} kinds of failure, ${jobs.length} sources to go on with`;
}

function report(): void {
  const line = (cells: readonly (string | number)[]): string =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(40) : String(cell).padStart(13))).join('');
  process.stdout.write(
    `${line(['source', 'tried', 'read', 'read in part', 'refused', 'unrecognised', 'failures'])}\n`,
  );
  for (const [source, each] of counts) {
    const failures = [...each.failures.values()].reduce((sum, { count: times }) => sum + times, 0);
    process.stdout.write(
      `${line([source, each.tried, each.read, each.inPart, each.refused, each.unrecognised, failures])}\n`,
    );
    for (const [fault, { count: times, first, change }] of each.failures)
      process.stdout.write(`    ${times} times, first ${first} (${change}): ${fault}\n`);
  }
  process.stdout.write(`${progress()}\n`);
}
