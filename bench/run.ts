/**
 * Runs every bench/*.bench.ts (or those named: `npm run bench -- import spc`) and prints each time beside what it is held
 * against. Ends with exit code 1 when a ratio is above its limit.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Measurement } from './bench.ts';

const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
const scratch = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'));
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const measurements: Measurement[] = [];

try {
  for (const name of names) {
    say(`── ${name}`);
    const { bench } = (await import(`./${name}.bench.ts`)) as { bench: Bench };
    measurements.push(...(await bench({ scratch, say })));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

const rows = measurements.map(({ what, ours, against, theirs, ratio, limit }) => [
  what,
  milliseconds(ours),
  against,
  milliseconds(theirs),
  ratio.toFixed(2),
  limit === null ? '–' : limit.toFixed(2),
  limit === null ? '' : ratio <= limit ? 'good' : 'TOO SLOW',
]);
const table = [['what', 'ours, ms', 'against', 'theirs, ms', 'ratio', 'limit', ''], ...rows];
const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of table)
  process.stdout.write(
    `${row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  );
if (measurements.some(({ ratio, limit }) => limit !== null && ratio > limit)) process.exitCode = 1;

function milliseconds(time: number): string {
  return time < 100 ? time.toFixed(2) : time.toFixed(0);
}
