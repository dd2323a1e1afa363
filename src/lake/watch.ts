/**
 * What an answer rested on. While an answer is worked out under `watched`, everything that it reads from the lake through `noted` is
 * written down together with a print of what was read and a way to read it again. The answer still holds for as long as every
 * one of those reads gives the same: the same work on the same input takes the same steps. Whoever reaches into the lake
 * beside `noted` makes the answer rest on the whole lake, so that a read which nobody thought of can cost time but never truth.
 *
 * The watch travels with the work through calls and promises (AsyncLocalStorage), so that no function in between must know of it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

interface Read {
  readonly again: () => Promise<string>;
  readonly print: string;
}

/** The reads that an answer rests on. */
export interface Watch {
  readonly reads: Map<string, Read>;
  /** Somebody read beside `noted`: the answer rests on everything. */
  whole: boolean;
}

/** Within a noted read the lake is reached into on purpose. */
const WITHIN = Symbol('within a noted read');

const watching = new AsyncLocalStorage<Watch | typeof WITHIN>();

/** Works something out, and gives with it what it rested on. */
export async function watched<Value>(run: () => Promise<Value>): Promise<{ value: Value; watch: Watch }> {
  const watch: Watch = { reads: new Map(), whole: false };
  return { value: await watching.run(watch, run), watch };
}

/**
 * Reads something from the lake under a name that says what is read: the same name must mean the same question, so that the
 * answer depends on nothing but the lake. What is read must be plain data, or have a print of its own: a text that is another whenever
 * the value is.
 */
export async function noted<Value>(
  name: string,
  read: () => Promise<Value>,
  print: (value: Value) => string = printOf,
): Promise<Value> {
  const watch = watching.getStore();
  if (watch === undefined || watch === WITHIN) return read();
  const value = await watching.run(WITHIN, read);
  const again = async (): Promise<string> => print(await watching.run(WITHIN, read));
  watch.reads.set(name, { again, print: print(value) });
  return value;
}

/** As `noted`, for what is read without waiting. */
export function notedNow<Value>(name: string, read: () => Value): Value {
  const watch = watching.getStore();
  if (watch === undefined || watch === WITHIN) return read();
  const value = watching.run(WITHIN, read);
  const again = async (): Promise<string> => Promise.resolve(printOf(watching.run(WITHIN, read)));
  watch.reads.set(name, { again, print: printOf(value) });
  return value;
}

/** Says that the lake was reached into. */
export function reached(): void {
  const watch = watching.getStore();
  if (watch !== undefined && watch !== WITHIN) watch.whole = true;
}

/** Lets an answer that is being worked out rest on all that another one rests on. */
export function restOn({ reads, whole }: Watch): void {
  const watch = watching.getStore();
  if (watch === undefined || watch === WITHIN) return;
  for (const [name, read] of reads) watch.reads.set(name, read);
  watch.whole ||= whole;
}

/** Whether everything that an answer rested on still reads the same. */
export async function stillHolds({ reads, whole }: Watch): Promise<boolean> {
  if (whole) return false;
  for (const { again, print } of reads.values()) if ((await again()) !== print) return false;
  return true;
}

function printOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
