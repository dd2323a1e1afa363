import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

const wish = fc.record({
  at: fc.double({ min: -50, max: 350, noNaN: true }),
  height: fc.integer({ min: 8, max: 40 }),
  importance: fc.integer({ min: 0, max: 9 }),
});

it('keeps labels apart, inside, and in the order of their wishes', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
      const placed = placeLabels(wishes, 0, 300, 2);
      placed.forEach(({ wish: { height }, at }, index) => {
        expect(at - height / 2).toBeGreaterThanOrEqual(-1e-9);
        expect(at + height / 2).toBeLessThanOrEqual(300 + 1e-9);
        const next = placed[index + 1];
        if (next) {
          expect(next.at - next.wish.height / 2 - (at + height / 2)).toBeGreaterThanOrEqual(2 - 1e-9);
          expect(next.wish.at).toBeGreaterThanOrEqual(placed[index]?.wish.at ?? 0);
        }
      });
    }),
  );
});

it('leaves a label where it wants to be when nothing is in the way', () => {
  expect(placeLabels([{ at: 100, height: 10, importance: 1 }], 0, 300)[0]?.at).toBe(100);
});

it('moves two that meet by the same distance', () => {
  const wishes = [100, 104].map((at) => ({ at, height: 10, importance: 1 }));
  expect(placeLabels(wishes, 0, 300, 2).map(({ at }) => at)).toEqual([96, 108]);
});

it('drops the least important when room is short', () => {
  const wishes = [1, 9, 5].map((importance) => ({ at: 10, height: 10, importance }));
  expect(
    placeLabels(wishes, 0, 23, 2)
      .map(({ wish: { importance } }) => importance)
      .toSorted((a, b) => a - b),
  ).toEqual([5, 9]);
});
