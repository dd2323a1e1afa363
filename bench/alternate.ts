import type { Measurement } from './bench.ts';

/**
 * Runs two things in turn (A B A B …), so that whatever else the machine does falls on both, and gives the medians of the
 * times in milliseconds and of the paired ratios. A first pair warms up and is not counted.
 */
export async function alternate(
  ours: () => Promise<unknown> | void,
  theirs: () => Promise<unknown> | void,
  rounds: number,
): Promise<Pick<Measurement, 'ours' | 'theirs' | 'ratio'>> {
  await ours();
  await theirs();
  const pairs: { a: number; b: number }[] = [];
  for (let round = 0; round < rounds; round++) pairs.push({ a: await time(ours), b: await time(theirs) });
  return {
    ours: median(pairs.map(({ a }) => a)),
    theirs: median(pairs.map(({ b }) => b)),
    ratio: median(pairs.map(({ a, b }) => a / b)),
  };
}

/** Median time of a thing run alone, in milliseconds. */
export async function medianTime(run: () => Promise<unknown> | void, rounds: number): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await time(run));
  return median(times);
}

async function time(run: () => Promise<unknown> | void): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) throw new RangeError('the median of nothing was asked for');
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}
