/** Tries changed copies in a process of its own, which may hang or die without taking the runner with it. */
import { readFileSync } from 'node:fs';
import { startDuckDb } from '../../src/lake/duckdb.ts';
import type { SampleFile } from './sample-file.ts';
import { tryMutants } from './try-mutants.ts';

/** What the runner asks for. `path` holds the sample's bytes. */
export interface Job {
  readonly sample: Omit<SampleFile, 'bytes'>;
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** No further copy is begun after so many milliseconds: slow layouts wait their turn. */
  readonly slice: number;
}

const folder = process.argv[2] ?? '';
const instance = await startDuckDb({ threads: 1, memory: '1GB' });
const connection = await instance.connect();

async function work({ sample, path, from, to, slice }: Job): Promise<void> {
  const file = { ...sample, bytes: readFileSync(path) };
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  const begin = (number: number): void => void process.send?.({ began: number });
  const until = performance.now() + slice;
  let next = from;
  for await (const tried of tryMutants(connection, file, numbers, folder, begin)) {
    next = tried.number + 1;
    process.send?.({ tried });
    if (performance.now() > until) break;
  }
  process.send?.({ next });
}

process.on('message', (job: Job) => void work(job));
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
