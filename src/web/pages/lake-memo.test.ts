import { expect, test, vi } from 'vitest';
import { LakeMemo } from './lake-memo.ts';

test('a thing is worked out once for each state of the lake', async () => {
  const lake = { now: 'a', version: () => lake.now };
  const memo = new LakeMemo<number>(lake);
  const make = vi.fn(async () => 7);
  await Promise.all([memo.get('x', make), memo.get('x', make)]);
  expect(await memo.get('x', make)).toBe(7);
  expect(make).toHaveBeenCalledTimes(1);
  await memo.get('y', make);
  expect(make).toHaveBeenCalledTimes(2);
  lake.now = 'b';
  await memo.get('x', make);
  expect(make).toHaveBeenCalledTimes(3);
});

test('what failed is tried again', async () => {
  const memo = new LakeMemo<number>({ version: () => '' });
  await expect(memo.get('x', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await memo.get('x', async () => 1)).toBe(1);
});
