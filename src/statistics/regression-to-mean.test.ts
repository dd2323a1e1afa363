import { describe, expect, it } from 'vitest';
import { regressionToMean, seededRandom, type Random } from './index.ts';

function poisson(random: Random, mean: number): number {
  let [count, product] = [0, random.uniform()];
  for (const end = Math.exp(-mean); product > end; product *= random.uniform()) count++;
  return count;
}

describe('regression to the mean', () => {
  it('tells beforehand what places picked for being high have next, at levels that last', () => {
    let covered = 0;
    for (let seed = 0; seed < 100; seed++) {
      const random = seededRandom(seed);
      // Levels: the sum of three exponentials is gamma.
      const levels = Array.from(
        { length: 200 },
        () => -3 * Math.log(random.uniform() * random.uniform() * random.uniform() + 1e-12),
      );
      const before = Float64Array.from(levels, (level) => poisson(random, level));
      const bar = before.toSorted()[180] ?? 0;
      const picked = [...before].map((count) => count > bar);
      const next = levels.reduce(
        (sum, level, i) => sum + (picked[i] === true ? poisson(random, level) : 0),
        0,
      );
      const { lower, upper, fallByItself } = regressionToMean(before, picked);
      expect(fallByItself).toBeGreaterThan(0);
      if (lower <= next && next <= upper) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(86);
  });

  it('lets the whole distance go where counts vary no more than chance', () => {
    const found = regressionToMean(Float64Array.of(9, 11, 10, 10), [false, true, false, false]);
    expect(found).toMatchObject({ lasting: 0, expected: 10, before: 11, picked: 1 });
  });

  it('says by name why it cannot answer', () => {
    const run = (before: number[], picked: boolean[]) => () =>
      regressionToMean(Float64Array.from(before), picked);
    expect(run([1, 2], [true, false])).toThrow(expect.objectContaining({ problem: 'too-few-points' }));
    expect(run([1, 2, 3], [true, true, true])).toThrow(expect.objectContaining({ problem: 'one-group' }));
    expect(run([0, 0, 0], [true, false, false])).toThrow(expect.objectContaining({ problem: 'no-data' }));
    expect(run([1, -2, 3], [true, false, false])).toThrow(
      expect.objectContaining({ problem: 'negative-count' }),
    );
  });
});
