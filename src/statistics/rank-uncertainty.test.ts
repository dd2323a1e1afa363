import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankUncertainty } from './rank-uncertainty.ts';

const unit = fc.record({
  estimate: fc.double({ min: -100, max: 100, noNaN: true }),
  standardError: fc.double({ min: 0, max: 50, noNaN: true }),
});

describe('rankUncertainty', () => {
  it('is certain when there is no error', () => {
    const ranks = rankUncertainty([3, 1, 2].map((estimate) => ({ estimate, standardError: 0 })));
    expect(ranks.map(({ rank, lower, upper }) => [rank, lower, upper])).toEqual([
      [3, 3, 3],
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect(ranks.map(({ surelyFrom, surelyTo }) => [surelyFrom, surelyTo])).toEqual([
      [3, 3],
      [1, 1],
      [2, 2],
    ]);
    expect(ranks[1]?.chanceLowest).toBe(1);
  });

  it('gives the chance of being the lower of two by the normal distribution', () => {
    // P(N(0,1) < N(1,1)) = Φ(1/√2) = 0.7602 (R: pnorm(1 / sqrt(2)))
    const ranks = rankUncertainty(
      [
        { estimate: 0, standardError: 1 },
        { estimate: 1, standardError: 1 },
      ],
      { draws: 40_000 },
    );
    expect(ranks[0]?.chanceLowest).toBeCloseTo(0.7602, 2);
  });

  it('repeats itself with the same seed, and only then', () => {
    const units = [1, 1.1, 1.2, 1.3].map((estimate) => ({ estimate, standardError: 0.2 }));
    expect(rankUncertainty(units, { seed: 4 })).toEqual(rankUncertainty(units, { seed: 4 }));
    expect(rankUncertainty(units, { seed: 4 })).not.toEqual(rankUncertainty(units, { seed: 5 }));
  });

  it('keeps ranks within 1 to n, in order, and the chances add to the number asked for', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 12 }), (units) => {
        const ranks = rankUncertainty(units, { lowest: 2, draws: 200 });
        for (const { lower, upper, surelyFrom, surelyTo } of ranks) {
          expect(lower).toBeGreaterThanOrEqual(1);
          expect(upper).toBeGreaterThanOrEqual(lower);
          expect(upper).toBeLessThanOrEqual(units.length);
          expect(surelyFrom).toBeLessThanOrEqual(surelyTo);
        }
        expect(ranks.reduce((sum, { chanceLowest }) => sum + chanceLowest, 0)).toBeCloseTo(2, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('lets ties share their rank', () => {
    const ranks = rankUncertainty([5, 5, 9].map((estimate) => ({ estimate, standardError: 0 })));
    expect(ranks.map(({ rank }) => rank)).toEqual([1.5, 1.5, 3]);
  });

  it('names bad input', () => {
    expect(() => rankUncertainty([{ estimate: 1, standardError: 1 }])).toThrow(
      expect.objectContaining({ problem: 'one-group' }),
    );
    const bad = [
      { estimate: Number.NaN, standardError: 1 },
      { estimate: 1, standardError: 1 },
    ];
    expect(() => rankUncertainty(bad)).toThrow(expect.objectContaining({ problem: 'not-a-number' }));
  });
});
