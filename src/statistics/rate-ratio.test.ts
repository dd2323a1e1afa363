import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateRatio, ratioToConstant } from './rate-ratio.ts';

const rate = fc.record({
  events: fc.integer({ min: 1, max: 5000 }),
  exposure: fc.integer({ min: 1, max: 1_000_000 }),
});

describe('rateRatio', () => {
  it('equals epitools::rateratio(method = "wald")', () => {
    const { ratio, lower, upper, zeroCell } = rateRatio(
      { events: 90, exposure: 8000 },
      { events: 120, exposure: 40000 },
    );
    expect(ratio).toBeCloseTo(3.75, 10);
    expect(lower).toBeCloseTo(2.853231, 6);
    expect(upper).toBeCloseTo(4.928624, 6);
    expect(zeroCell).toBe(false);
  });

  it('turns over when the groups change places', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const [there, back] = [rateRatio(a, b), rateRatio(b, a)];
        expect((there.ratio ?? 0) * (back.ratio ?? 0)).toBeCloseTo(1, 9);
        expect(there.lower * (back.upper ?? 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('does not mind the unit of the exposure', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const one = rateRatio(a, b);
        const per1000 = rateRatio(
          { ...a, exposure: a.exposure / 1000 },
          { ...b, exposure: b.exposure / 1000 },
        );
        expect(per1000.lower / one.lower).toBeCloseTo(1, 9);
      }),
    );
  });

  it('says what can be said about zero cells, and that they are there', () => {
    const none = { events: 0, exposure: 100 };
    const some = { events: 5, exposure: 100 };
    expect(rateRatio(none, some)).toMatchObject({ ratio: 0, lower: 0, zeroCell: true });
    expect(rateRatio(none, some).upper).toBeGreaterThan(0.5);
    expect(rateRatio(some, none)).toMatchObject({ ratio: null, upper: null, zeroCell: true });
    expect(rateRatio(none, none)).toEqual({ ratio: null, lower: 0, upper: null, zeroCell: true });
  });

  it('names bad input', () => {
    const good = { events: 5, exposure: 100 };
    expect(() => rateRatio({ events: -1, exposure: 1 }, good)).toThrow(
      expect.objectContaining({ problem: 'negative-count' }),
    );
    expect(() => rateRatio(good, { events: 1, exposure: 0 })).toThrow(
      expect.objectContaining({ problem: 'no-exposure' }),
    );
  });
});

describe('ratioToConstant', () => {
  it('is the exact interval of the rate over the constant', () => {
    const { ratio, lower, upper } = ratioToConstant({ events: 7, exposure: 1000 }, 0.007);
    expect(ratio).toBeCloseTo(1, 12);
    expect(lower).toBeCloseTo(0.002814363 / 0.007, 6);
    expect(upper).toBeCloseTo(0.014422675 / 0.007, 6);
  });

  it('refuses a constant of 0', () => {
    expect(() => ratioToConstant({ events: 7, exposure: 1000 }, 0)).toThrow(
      expect.objectContaining({ problem: 'no-exposure' }),
    );
  });
});
