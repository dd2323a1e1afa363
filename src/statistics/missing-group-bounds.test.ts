import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingGroupBounds, oddsShiftRatio } from './missing-group-bounds.ts';
import { rangesOverlap, shareBounds } from './share-bounds.ts';

const group = { events: 200, population: 8000 };
const reference = { events: 300, population: 40000 };

describe('missingGroupBounds', () => {
  it('equals the worked example', () => {
    const { completeCase, lower, upper } = missingGroupBounds(group, reference, 500);
    expect(completeCase).toBeCloseTo(3.333333, 6);
    expect(lower).toBeCloseTo(1.25, 12);
    expect(upper).toBeCloseTo(11.666667, 6);
    expect(oddsShiftRatio(group, reference, 500, 2)).toBeCloseTo(4.722222, 6);
  });

  it('narrows as fewer are unknown, always holds the complete-case ratio, and holds every shift of the odds', () => {
    const count = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        (a, b, unknown, shift) => {
          const [one, two] = [
            { events: a, population: 9000 },
            { events: b, population: 70000 },
          ];
          const wide = missingGroupBounds(one, two, unknown);
          const half = missingGroupBounds(one, two, unknown / 2);
          expect(half.lower).toBeGreaterThanOrEqual(wide.lower);
          expect(half.upper ?? 0).toBeLessThanOrEqual(wide.upper ?? 0);
          const shifted = oddsShiftRatio(one, two, unknown, shift) ?? 0;
          for (const inside of [wide.completeCase ?? 0, shifted]) {
            expect(inside).toBeGreaterThanOrEqual(wide.lower * (1 - 1e-12));
            expect(inside).toBeLessThanOrEqual((wide.upper ?? 0) * (1 + 1e-12));
          }
        },
      ),
    );
  });

  it('has no upper bound without events in the reference', () => {
    expect(missingGroupBounds(group, { events: 0, population: 10 }, 3)).toMatchObject({
      completeCase: null,
      upper: null,
    });
  });
});

describe('shareBounds', () => {
  it('is p(1 − m) to p(1 − m) + m: half missing and 30 % known gives 15 % to 65 %', () => {
    const [bounds] = shareBounds([30, 70], 100);
    expect(bounds).toEqual({ knownShare: 0.3, lower: 0.15, upper: 0.65 });
    expect(rangesOverlap({ lower: 0.15, upper: 0.65 }, { lower: 0.6, upper: 0.8 })).toBe(true);
    expect(rangesOverlap({ lower: 0.15, upper: 0.65 }, { lower: 0.66, upper: 0.8 })).toBe(false);
  });

  it('knows nothing when nothing is known, and refuses nothing at all', () => {
    expect(shareBounds([0, 0], 10)[0]).toEqual({ knownShare: null, lower: 0, upper: 1 });
    expect(() => shareBounds([0], 0)).toThrow(expect.objectContaining({ problem: 'no-data' }));
  });
});
