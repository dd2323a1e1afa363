import { expect, it } from 'vitest';
import { seededRandom } from '../../../statistics/index.ts';
import { toldFrom } from './told-from.ts';

const area = (value: number, half: number) => ({ value, lower: value - half, upper: value + half });

it('tells the side of what stands clear, and leaves what does not', () => {
  expect(toldFrom([area(10, 1), area(5, 2), area(1, 1)], 5)).toEqual(['up', null, 'down']);
});

it('asks for more where many are compared: one area just outside its own interval is not told among thirty', () => {
  const alone = area(6.05, 1);
  expect(toldFrom([alone], 5)).toEqual(['up']);
  expect(toldFrom([alone, ...Array.from({ length: 29 }, () => area(5.1, 1))], 5)[0]).toBeNull();
});

it('tells nothing where no margin is known', () => {
  expect(toldFrom([{ value: 10, lower: null, upper: null }, area(3, 0)], 5)).toEqual([null, null]);
  expect(toldFrom([], 5)).toEqual([]);
});

it('marks an area in few of many worlds in which none differs', () => {
  const random = seededRandom(7);
  const worlds = 400;
  let marked = 0;
  for (let world = 0; world < worlds; world++) {
    const areas = Array.from({ length: 32 }, () => area(5 + random.normal(), 1.959964));
    if (toldFrom(areas, 5).some((side) => side !== null)) marked++;
  }
  // Where nothing differs, any mark is false: at most one world in twenty, and a little for the draw.
  expect(marked / worlds).toBeLessThan(0.09);
});
