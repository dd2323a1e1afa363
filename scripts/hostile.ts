/**
 * Tries random and hostile tables on the methods and counts what becomes of them:
 * `tsx scripts/hostile.ts [METHOD …] [--runs 100000] [--from 0] [--seconds 60] [--json]`. A table is made from its number,
 * so that a fault can be made again. Ends with exit code 1 at any fault.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HOSTILE_METHODS } from '../src/analyse/testing/hostile-case.ts';
import type { HostileJob, HostileNews } from './hostile/worker.ts';

/** A table that takes longer than this hangs. */
const PATIENCE_MS = 30_000;

interface Tally {
  readonly method: string;
  tried: number;
  answers: number;
  refused: number;
  /** Numbers of tables for each fault, the first few. */
  readonly faults: Map<string, number[]>;
  readonly errors: Map<string, number>;
  slowest: { readonly number: number; readonly ms: number };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    seconds: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [runs, from] = [Number(values.runs), Number(values.from)];
const seconds = values.seconds === undefined ? Infinity : Number(values.seconds);
const tallies: Tally[] = [];
for (const method of positionals.length === 0 ? HOSTILE_METHODS : positionals) {
  const tally = await tryMethod(method);
  tallies.push(tally);
  say(tally);
}
if (tallies.some(({ faults }) => faults.size > 0)) process.exitCode = 1;

async function tryMethod(method: string): Promise<Tally> {
  const tally: Tally = {
    method,
    tried: 0,
    answers: 0,
    refused: 0,
    faults: new Map(),
    errors: new Map(),
    slowest: { number: from, ms: 0 },
  };
  const until = performance.now() + 1000 * seconds;
  for (let next = from; next < from + runs && performance.now() < until;)
    next = await session({ method, from: next, to: from + runs }, tally, until);
  return tally;
}

/** Lets one process work until it is done, hangs or dies; gives the number to go on from. */
function session(job: HostileJob, tally: Tally, until: number): Promise<number> {
  const child = fork(join(import.meta.dirname, 'hostile/worker.ts'));
  return new Promise((resolve) => {
    let at = job.from;
    let began = performance.now();
    let [begun, over] = [false, false];
    const watch = setInterval(() => {
      const now = performance.now();
      if (now - began > PATIENCE_MS) finish(at + 1, 'hangs');
      else if (now > until) finish(at, null);
    }, 200);
    function finish(next: number, fault: string | null): void {
      if (over) return;
      over = true;
      clearInterval(watch);
      child.kill('SIGKILL');
      if (fault !== null) note(tally, fault, at);
      resolve(next);
    }
    child.on('message', (news: HostileNews) => {
      if (over) return;
      if ('ended' in news) finish(job.to, null);
      else if ('began' in news) [at, began, begun] = [news.began, performance.now(), true];
      else count(tally, news);
    });
    child.on('exit', () => finish(begun ? at + 1 : job.to, begun ? 'ends the process' : 'does not start'));
    child.send(job);
  });
}

function count(tally: Tally, { done, took, outcome }: Extract<HostileNews, { done: number }>): void {
  tally.tried += 1;
  if (took > tally.slowest.ms) tally.slowest = { number: done, ms: took };
  if (outcome.kind === 'answer') tally.answers += 1;
  else if (outcome.kind === 'fault') note(tally, outcome.fault, done);
  else {
    tally.refused += 1;
    // One line a kind of refusal: the numbers and names within it differ from table to table.
    const kind = outcome.error.replaceAll(/'[^']*'/g, '…').replaceAll(/-?\d[\d.e+-]*/g, '0');
    tally.errors.set(kind, (tally.errors.get(kind) ?? 0) + 1);
  }
}

function note({ faults }: Tally, fault: string, number: number): void {
  const known = faults.get(fault);
  if (known === undefined) faults.set(fault, [number]);
  else if (known.length < 5) known.push(number);
}

function say({ method, tried, answers, refused, faults, errors, slowest }: Tally): void {
  if (values.json) {
    process.stdout.write(
      `${JSON.stringify({ method, tried, answers, refused, faults: Object.fromEntries(faults), slowest })}\n`,
    );
    return;
  }
  process.stdout.write(
    `${method}: ${tried} tables, ${answers} answers, ${refused} refused with ${errors.size} kinds of reason; slowest ${slowest.ms.toFixed(0)} ms (table ${slowest.number})\n`,
  );
  for (const [fault, numbers] of faults)
    process.stdout.write(`  FAULT ${fault}: tables ${numbers.join(', ')}\n`);
}
