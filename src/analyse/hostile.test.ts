import { describe, expect, it } from 'vitest';
import { listMethods } from './index.ts';
import { hostileCase, HOSTILE_METHODS } from './testing/hostile-case.ts';
import { tryHostile } from './testing/try-hostile.ts';

/** Tables tried here; `tsx scripts/hostile.ts METHOD --runs 100000` tries as many as wanted. */
const RUNS = 60;
/** Methods that work for long on every table that they take. */
const FEWER: Readonly<Record<string, number>> = { threshold: 6, forecast: 30, link: 15, 'chi-square': 12 };

describe('whatever table comes, the answer is finite numbers or an error with a name and advice', () => {
  it('has hostile tables for every method', () => {
    expect([...HOSTILE_METHODS].sort()).toEqual(
      listMethods()
        .map(({ method }) => method)
        .sort(),
    );
  });

  it('makes the same table from the same number', () => {
    expect(hostileCase('spc', 7)).toEqual(hostileCase('spc', 7));
    expect(hostileCase('spc', 7)).not.toEqual(hostileCase('spc', 15));
  });

  it.each(HOSTILE_METHODS)(
    '%s',
    (method) => {
      const faults: string[] = [];
      for (let number = 0; number < (FEWER[method] ?? RUNS); number++) {
        const outcome = tryHostile(method, number, 150);
        if (outcome.kind === 'fault') faults.push(`table ${number}: ${outcome.fault}`);
      }
      expect(faults).toEqual([]);
    },
    60_000,
  );
});
