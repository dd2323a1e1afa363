import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noted, notedNow, reached } from './watch.ts';
import { WatchedMemo } from './watched-memo.ts';

/** A lake of numbered cells, whose version is its content. */
class Cells {
  readonly values: number[] = [1, 2, 3, 4, 5];
  version(): string {
    return this.values.join();
  }
  async read(index: number): Promise<number> {
    return noted(`cell ${index}`, async () => Promise.resolve(this.values[index] ?? 0));
  }
  readNow(index: number): number {
    return notedNow(`cell ${index}`, () => this.values[index] ?? 0);
  }
}

describe('WatchedMemo', () => {
  it('always gives what working out anew would give, whatever changes and in whatever order', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), cell: fc.nat(4), value: fc.nat(9) }),
      fc.record({ kind: fc.constant('ask' as const), cell: fc.nat(4), value: fc.nat(2) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const cells = new Cells();
        const inner = new WatchedMemo<number>(cells);
        const outer = new WatchedMemo<number>(cells, 3);
        // What is read second depends on what was read first; the outer answer rests on an inner one that is remembered too.
        const follow = async (start: number): Promise<number> => {
          const next = (await cells.read(start)) % 5;
          return cells.readNow(next) * 10 + next;
        };
        const truth = (start: number): number => {
          const next = (cells.values[start] ?? 0) % 5;
          return (cells.values[next] ?? 0) * 10 + next;
        };
        for (const { kind, cell, value } of steps) {
          if (kind === 'write') cells.values[cell] = value;
          else {
            const found = await outer.get(`${cell}`, async () =>
              inner.get(`${cell}`, async () => follow(cell)),
            );
            expect(found).toBe(truth(cell));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('works out again only what rests on what has changed', async () => {
    const cells = new Cells();
    const memo = new WatchedMemo<number>(cells);
    const ask = async (cell: number): Promise<number> => memo.get(`${cell}`, async () => cells.read(cell));
    await Promise.all([0, 1, 2, 3, 4].map(ask));
    cells.values[2] = 30;
    expect(await Promise.all([0, 1, 2, 3, 4].map(ask))).toEqual([1, 2, 30, 4, 5]);
    expect(memo.work).toEqual({ workedOut: 6, foundToHold: 4 });
  });

  it('takes an answer that reached into the lake by another way to rest on all of it', async () => {
    const cells = new Cells();
    const memo = new WatchedMemo<number>(cells);
    const ask = async (): Promise<number> =>
      memo.get('sum', async () => {
        reached();
        return Promise.resolve(cells.values.reduce((sum, value) => sum + value, 0));
      });
    expect(await ask()).toBe(15);
    cells.values[0] = 2;
    expect(await ask()).toBe(16);
  });

  it('looks again at an answer that a change overtook while it was worked out', async () => {
    const cells = new Cells();
    const memo = new WatchedMemo<number>(cells);
    const ask = async (change: boolean): Promise<number> =>
      memo.get('pair', async () => {
        const first = await cells.read(0);
        if (change) cells.values[0] = 100;
        return first + (await cells.read(1));
      });
    await ask(true);
    expect(await ask(false)).toBe(102);
  });

  it('remembers no fault, shares one working-out, and keeps no more than it may', async () => {
    const cells = new Cells();
    const memo = new WatchedMemo<number>(cells, 2);
    await expect(memo.get('a', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const both = await Promise.all(
      [1, 2].map(async (value) => memo.get('a', async () => Promise.resolve(value))),
    );
    expect(both).toEqual([1, 1]);
    for (const key of ['b', 'c']) await memo.get(key, async () => Promise.resolve(0));
    expect(await memo.get('a', async () => Promise.resolve(7))).toBe(7);
  });
});
