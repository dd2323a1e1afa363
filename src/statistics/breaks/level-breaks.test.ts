import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { levelBreaks } from './level-breaks.ts';

// R: as.vector(Nile), the yearly flow of the Nile at Aswan, 1871–1970.
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

describe('levelBreaks', () => {
  it('equals strucchange on the Nile: one break after the 28th year, between the 25th and the 32nd', () => {
    const { breaks, supF, bicByBreaks, rssByBreaks } = levelBreaks(nile);
    expect(breaks).toEqual([{ index: 27, position: 28, lower: 25, upper: 32 }]);
    expect(supF).toBeCloseTo(75.929769, 5);
    expect(bicByBreaks[0]).toBeCloseTo(1318.241807, 5);
    expect(bicByBreaks[1]).toBeCloseTo(1270.083736, 5);
    expect(rssByBreaks.slice(0, 2).map((rss) => rss.toFixed(2))).toEqual(['2835156.75', '1597457.19']);
    expect(rssByBreaks[5]).toBeCloseTo(1659994, -1);
  });

  it('does not mind scale, shift or gaps', () => {
    expect(levelBreaks(nile.map((value) => 3 * value - 1e6)).breaks[0]).toMatchObject({
      position: 28,
      lower: 25,
      upper: 32,
    });
    const holed: (number | null)[] = [null, ...nile];
    expect(levelBreaks(holed).breaks[0]).toMatchObject({ index: 28, position: 28 });
  });

  it('finds two planted breaks and covers their places', () => {
    const random = seededRandom(12);
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const series = Array.from({ length: 90 }, (_, i) => (i < 30 ? 0 : i < 60 ? 2.5 : 0) + random.normal());
      const { breaks } = levelBreaks(series);
      for (const place of [30, 60]) {
        if (breaks.some(({ lower, upper }) => (lower ?? 0) <= place && (upper ?? 0) >= place)) covered++;
      }
    }
    expect(covered / 120).toBeGreaterThan(0.85);
  });

  it('finds none in a constant series, and one in a clean step', () => {
    expect(levelBreaks(Array(40).fill(7))).toMatchObject({ breaks: [], supF: null });
    expect(levelBreaks([...Array(20).fill(1), ...Array(20).fill(2)]).breaks).toEqual([
      { index: 19, position: 20, lower: null, upper: null },
    ]);
  });

  it('answers any series with finite numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 14, maxLength: 60 }),
        (series) => {
          const { breaks, supF, bicByBreaks } = levelBreaks(series);
          for (const number of [supF ?? 0, ...bicByBreaks]) expect(Number.isFinite(number)).toBe(true);
          for (const { position, lower, upper } of breaks) {
            expect(lower ?? position).toBeLessThanOrEqual(position);
            expect(upper ?? position).toBeGreaterThanOrEqual(position);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names too few points', () => {
    expect(() => levelBreaks([1, 2, 3])).toThrow(expect.objectContaining({ problem: 'too-few-points' }));
  });
});
