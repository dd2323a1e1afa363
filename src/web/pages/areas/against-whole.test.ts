import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure, Observation } from '../../../measures/index.ts';
import { compared } from './against-whole.ts';

const measure = (kind: Measure['kind']): Measure => ({ id: 'a', kind }) as unknown as Measure;
const observation = (value: number, lower: number | null, upper: number | null): Observation => ({
  area: 'Camden',
  period: '2023',
  from: '2023-01-01',
  to: '2023-12-31',
  value,
  numerator: null,
  denominator: null,
  lower,
  upper,
  flags: [],
  release: '',
});

describe('an area against the whole', () => {
  it('gives rates as a ratio, whose interval is that of two independent rates', () => {
    // 60 in 1,000 against 40 in 1,000 with limits on the log scale: exp(log 1.5 ± sqrt(0.2² + 0.1²)).
    const found = compared(
      measure('rate'),
      observation(60, 60 * Math.exp(-0.2), 60 * Math.exp(0.2)),
      observation(40, 40 * Math.exp(-0.1), 40 * Math.exp(0.1)),
    );
    expect(found?.amount).toBeCloseTo(1.5, 12);
    expect(found?.lower).toBeCloseTo(1.5 * Math.exp(-Math.sqrt(0.05)), 12);
    expect(found?.upper).toBeCloseTo(1.5 * Math.exp(Math.sqrt(0.05)), 12);
    expect(found?.verdict).toBe('above');
  });

  it('gives shares as a difference: Newcombe, 56/70 against 48/80, 0.2 (0.0524 to 0.3339)', () => {
    // Newcombe (1998), Statistics in Medicine 17, 873–890, example (a), method 10.
    const found = compared(
      measure('proportion'),
      observation(0.8, 0.6918, 0.8772),
      observation(0.6, 0.4902, 0.7003),
    );
    expect(found?.amount).toBeCloseTo(0.2, 10);
    expect(found?.lower).toBeCloseTo(0.0524, 3);
    expect(found?.upper).toBeCloseTo(0.3339, 3);
  });

  it('cannot tell where an interval is missing, and divides by nothing never', () => {
    expect(compared(measure('rate'), observation(3, null, null), observation(2, 1, 3))?.verdict).toBe(
      'unknown',
    );
    expect(compared(measure('rate'), observation(3, 2, 4), observation(0, 0, 1))).toBeNull();
    expect(compared(measure('rate'), observation(0, 0, 1), observation(2, 1, 3))).toMatchObject({
      amount: 0,
      lower: 0,
      upper: 1,
    });
  });

  it('holds the amount within its interval, whatever the figures', () => {
    const triple = fc
      .tuple(
        fc.double({ min: 0.001, max: 0.9, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      )
      .map(([value, width]) => observation(value, value * (1 - width), value * (1 + width)));
    fc.assert(
      fc.property(fc.constantFrom('rate' as const, 'proportion' as const), triple, triple, (kind, a, w) => {
        const found = compared(measure(kind), a, w);
        expect(found?.lower).toBeLessThanOrEqual(found?.amount ?? -Infinity);
        expect(found?.upper).toBeGreaterThanOrEqual(found?.amount ?? Infinity);
      }),
    );
  });
});
