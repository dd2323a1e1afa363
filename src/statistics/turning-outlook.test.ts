import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';
import { outlookInWords, turningOutlook } from './turning-outlook.ts';
import { turning } from './turning.ts';

/** Sixty monthly counts of about 2,000 with a season, that fall by a share for the last months. */
function months(fall: number, ago: number): number[] {
  const random = seededRandom(4);
  return Array.from({ length: 60 }, (_, month) => {
    const season = 1 + 0.15 * Math.sin((2 * Math.PI * month) / 12);
    return Math.round(2000 * season * (month >= 60 - ago ? 1 - fall : 1) + random.normal() * 60);
  });
}

describe('turningOutlook', () => {
  it('names levels each way that, carried on, do give the verdict it names, when nothing has turned', () => {
    const counts = months(0, 0);
    const outlook = turningOutlook(counts);
    expect(outlook.map(({ side, verdict }) => [side, verdict])).toEqual([
      ['below', 'turned-down'],
      ['above', 'turned-up'],
    ]);
    for (const { points, level, verdict } of outlook)
      expect(turning([...counts, ...Array<number>(points).fill(level)]).verdict).toBe(verdict);
  });

  it('says what would take a turn back', () => {
    const counts = months(0.2, 6);
    expect(turning(counts).verdict).toBe('turned-down');
    const [back] = turningOutlook(counts);
    expect(back?.side).toBe('above');
    expect(turning([...counts, ...Array<number>(back?.points ?? 0).fill(back?.level ?? 0)]).verdict).not.toBe(
      'turned-down',
    );
  });

  it('looks only the way that is asked about', () => {
    expect(turningOutlook(months(0, 0), { direction: 'up' }).map(({ side }) => side)).toEqual(['above']);
  });

  it('is empty where nothing can be judged', () => {
    expect(turningOutlook([1, 2, 3])).toEqual([]);
    expect(turningOutlook(Array<number>(36).fill(0))).toEqual([]);
  });
});

describe('outlookInWords', () => {
  it('is one sentence, or null', () => {
    const down = { points: 3, side: 'below', level: 1910, verdict: 'turned-down' } as const;
    expect(outlookInWords([down], { unit: 'months' })).toBe(
      "Three more months at or below 1,910 would turn this into 'turned-down'.",
    );
    expect(outlookInWords([down, { ...down, side: 'above', level: 2400, verdict: 'turned-up' }])).toBe(
      "Three more points at or below 1,910 would turn this into 'turned-down'; three more points at or above 2,400 into 'turned-up'.",
    );
    expect(outlookInWords([])).toBeNull();
  });
});
