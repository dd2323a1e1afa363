import { describe, expect, it } from 'vitest';
import { levelSince } from './level-since.ts';
import { seededRandom } from './random.ts';

/** Poisson counts by Knuth's method, with a yearly season. */
function seasonal(months: number, level: (month: number) => number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: months }, (_, month) => {
    const limit = level(month) * (1 + 0.2 * Math.sin((2 * Math.PI * month) / 12));
    let [count, sum] = [0, 0];
    for (;;) {
      sum -= Math.log(random.uniform());
      if (sum > limit) return count;
      count += 1;
    }
  });
}

describe('levelSince', () => {
  it('is exact on a plain case: twice the level, once round the year', () => {
    const counts = [...Array.from({ length: 24 }, () => 100), ...Array.from({ length: 12 }, () => 200)];
    const found = levelSince(counts, 24);
    expect(found.ratio).toBe(2);
    expect(found).toMatchObject({ recent: 2400, before: 1200, months: 12, verdict: 'higher' });
    const z = Math.log(found.upper / 2);
    expect(z).toBeGreaterThan(1.9 * Math.sqrt(1 / 2400 + 1 / 1200));
  });

  it('compares like months with like, however many have passed', () => {
    const season = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
    const counts = [...season, ...season, ...season, ...season.slice(0, 5)];
    expect(levelSince(counts, 24)).toMatchObject({ ratio: 1, months: 17, verdict: 'similar' });
  });

  it('leaves missing months out of both sides', () => {
    const counts: (number | null)[] = Array.from({ length: 36 }, () => 50);
    counts[25] = null;
    expect(levelSince(counts, 24)).toMatchObject({ months: 11, ratio: 1 });
  });

  it('finds a change where there is none in few of many unchanged series', () => {
    let found = 0;
    for (let seed = 1; seed <= 200; seed++)
      if (
        levelSince(
          seasonal(60, () => 40, seed),
          36,
        ).verdict !== 'similar'
      )
        found += 1;
    expect(found).toBeLessThanOrEqual(22);
  });

  it('finds a fall by a fifth in most', () => {
    let found = 0;
    for (let seed = 1; seed <= 60; seed++)
      if (
        levelSince(
          seasonal(60, (month) => (month < 36 ? 60 : 48), seed),
          36,
        ).verdict === 'lower'
      )
        found += 1;
    expect(found).toBeGreaterThanOrEqual(54);
  });

  it('says so when there is no year before', () => {
    expect(() => levelSince([1, 2, 3], 2)).toThrow(/no full year before/);
  });
});
