import { describe, expect, it } from 'vitest';
import { levelBreaks, turning } from '../../src/statistics/index.ts';
import { madeUpWorld, MONTH_NAMES, planted } from './made-up-world.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];
const months = (name: string): number => MONTH_NAMES.indexOf(name);

describe('what is planted in recorded crime is found', () => {
  it.each(SEEDS)('the bend of robbery, dated within three months, both then and now (seed %i)', (seed) => {
    const robbery = madeUpWorld({ seed, scale: 1, planted: true }).london(({ major }) => major === 'Robbery');
    for (const end of [months('2023-07') + 1, months('2023-12') + 1]) {
      const found = turning(robbery.slice(end - 36, end));
      expect(found.verdict).toBe('turned-down');
      expect(Math.abs(end - 36 + (found.since ?? 0) - months(planted.robbery.bends))).toBeLessThanOrEqual(3);
    }
  });

  it.each(SEEDS)('the break of a series, dated within three months (seed %i)', (seed) => {
    const fear = madeUpWorld({ seed, scale: 1, planted: true }).london(
      ({ id }) => id === planted.series_break.offence,
    );
    const { breaks } = levelBreaks(fear);
    const nearest = Math.min(
      ...breaks.map(({ index }) => Math.abs(index - months(planted.series_break.from))),
    );
    expect(nearest).toBeLessThanOrEqual(3);
  });

  it('and not where nothing is planted', () => {
    const fear = madeUpWorld({ seed: 1, scale: 1, planted: false }).london(
      ({ id }) => id === planted.series_break.offence,
    );
    expect(levelBreaks(fear).breaks).toEqual([]);
  });
});
