import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparableCounts } from './comparable-counts.ts';

it('leaves counts as they are and gaps as gaps', () => {
  expect(comparableCounts([3, null, 12_345, 0])).toEqual([3, null, 12_345, 0]);
});

it('keeps the ratio of shares and rates to a few per cent of what it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.1, max: 90, noNaN: true }), { minLength: 2, maxLength: 30 }),
      (values) => {
        fc.pre(values.some((value) => !Number.isInteger(value)));
        const counts = comparableCounts(values);
        const [a, b] = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))];
        const ratio = (counts[a] ?? 0) / (counts[b] ?? 1);
        const exact = (values[a] ?? 0) / (values[b] ?? 1);
        expect(Math.abs(ratio / exact - 1)).toBeLessThan(0.06);
      },
    ),
  );
});

it('keeps 7.4 per 100 apart from 7.0, which plain rounding would not', () => {
  const [a, b] = comparableCounts([7.4, 7.0]);
  expect(a).not.toBe(b);
});
