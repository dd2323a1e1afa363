import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaAdjustedDifference, hitRateDifference } from './outcome-test.ts';

const areas = [
  [120, 30, 400, 110],
  [60, 9, 500, 130],
  [200, 55, 150, 30],
].map(([n = 0, a = 0, m = 0, b = 0]) => ({
  group: { searches: n, hits: a },
  reference: { searches: m, hits: b },
}));

describe('outcome test', () => {
  it('difference with Newcombe’s interval: his own case, 56 of 70 against 48 of 80', () => {
    const { difference, lower, upper } = hitRateDifference(
      { searches: 70, hits: 56 },
      { searches: 80, hits: 48 },
    );
    expect([difference, lower, upper].map((value) => value.toFixed(4))).toEqual([
      '0.2000',
      '0.0524',
      '0.3339',
    ]);
  });

  it('adjusted for area equals metafor::rma.mh(measure = "RD")', () => {
    const { difference, lower, upper } = areaAdjustedDifference(areas);
    expect([difference, lower, upper].map((value) => value.toFixed(6))).toEqual([
      '-0.007651',
      '-0.062662',
      '0.047360',
    ]);
  });

  it('turns round with the groups, and a single area gives the plain difference', () => {
    const searches = fc
      .integer({ min: 1, max: 900 })
      .chain((n) => fc.record({ searches: fc.constant(n), hits: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(searches, searches, (group, reference) => {
        const there = areaAdjustedDifference([{ group, reference }]);
        const back = areaAdjustedDifference([{ group: reference, reference: group }]);
        expect(there.difference).toBeCloseTo(-back.difference, 9);
        expect(there.lower).toBeCloseTo(-back.upper, 9);
        expect(there.difference).toBeCloseTo(hitRateDifference(group, reference).difference, 9);
      }),
    );
  });

  it('leaves out areas without searches of both, and says so when none are left', () => {
    const empty = { group: { searches: 0, hits: 0 }, reference: { searches: 5, hits: 1 } };
    expect(areaAdjustedDifference([...areas, empty])).toEqual(areaAdjustedDifference(areas));
    expect(() => areaAdjustedDifference([empty])).toThrow(expect.objectContaining({ problem: 'no-trials' }));
  });
});
