/** Tries hostile tables in a process of its own, which may hang without taking the runner with it. */
import { tryHostile, type HostileOutcome } from '../../src/analyse/testing/try-hostile.ts';

/** What the runner asks for: a method and the numbers of its tables. */
export interface HostileJob {
  readonly method: string;
  readonly from: number;
  readonly to: number;
}

/** What the worker tells: a table begun, a table done with its milliseconds of this process, the end. */
export type HostileNews =
  | { readonly began: number }
  | { readonly done: number; readonly took: number; readonly outcome: HostileOutcome }
  | { readonly ended: true };

/** Settles when the news is out: what waits in a queue would be lost with a process that hangs. */
const tell = (news: HostileNews): Promise<void> =>
  new Promise((resolve) => process.send?.(news, () => resolve()));

async function work({ method, from, to }: HostileJob): Promise<void> {
  for (let number = from; number < to; number++) {
    await tell({ began: number });
    const start = process.cpuUsage();
    const outcome = tryHostile(method, number);
    const { user, system } = process.cpuUsage(start);
    await tell({ done: number, took: (user + system) / 1000, outcome });
  }
  await tell({ ended: true });
}

process.on('message', (job: HostileJob) => void work(job));
process.on('disconnect', () => process.exit());
