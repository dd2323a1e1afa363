import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom, veilOfDarkness, type VeiledStops } from './index.ts';

const EXTRACT = new URL('../../../shared/data/stanford-open-policing/stops-sf-2015.csv', import.meta.url);

/** Stops whose odds of being of the group follow the clock, and change by `effect` (log odds) in the dark. */
function madeUp(effect: number, seed: number, n = 3000): VeiledStops {
  const random = seededRandom(seed);
  const [group, dark, minute] = [new Uint8Array(n), new Uint8Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    minute[i] = 1020 + random.below(240);
    dark[i] = random.uniform() < 0.2 + ((minute[i] as number) - 1020) / 400 ? 1 : 0;
    const odds = -0.5 + Math.sin((minute[i] as number) / 60) + effect * (dark[i] as number);
    group[i] = random.uniform() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  }
  return { group, dark, minute };
}

describe('the veil-of-darkness test', () => {
  it.skipIf(!existsSync(EXTRACT))(
    'is that of glm with splines::ns on San Francisco 2015 (skipped: no ../shared/data, where absent)',
    () => {
      const rows = readFileSync(EXTRACT, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.replaceAll('"', '').split(','));
      const stops = {
        group: Uint8Array.from(rows, (row) => (row[5] === 'black' ? 1 : 0)),
        dark: Uint8Array.from(rows, (row) => (row[4] === 'night' ? 1 : 0)),
        minute: Float64Array.from(rows, (row) => Number(row[2])),
      };
      const whole = veilOfDarkness(stops);
      expect(whole.n).toBe(8746);
      expect(whole.logOddsRatio).toBeCloseTo(-0.212827728582, 9);
      expect(whole.standardError).toBeCloseTo(0.051362773837, 9);
      expect(whole.lower).toBeCloseTo(0.730886633458, 8);
      expect(whole.upper).toBeCloseTo(0.893902525426, 8);
      expect(whole.p).toBeCloseTo(3.41868616556e-5, 10);
      const area = Int32Array.from(rows, (row) => Number(row[0]) % 3);
      const own = veilOfDarkness({ ...stops, area });
      expect([own.logOddsRatio, own.standardError]).toEqual([
        expect.closeTo(-0.213145779348, 9),
        expect.closeTo(0.051454188266, 9),
      ]);
      const shared = veilOfDarkness({ ...stops, area }, { areaTime: 'shared' });
      expect([shared.logOddsRatio, shared.standardError]).toEqual([
        expect.closeTo(-0.213158184266, 9),
        expect.closeTo(0.0513768479785, 9),
      ]);
    },
  );

  it('covers a known effect about as often as it says', () => {
    let covered = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { lower, upper } = veilOfDarkness(madeUp(-0.4, seed, 1500), { level: 0.9 });
      if (lower <= Math.exp(-0.4) && Math.exp(-0.4) <= upper) covered++;
    }
    // Binomial: 54 expected of 60; fewer than 46 or all 60 happen in fewer than one of 200 tries.
    expect(covered).toBeGreaterThanOrEqual(46);
    expect(covered).toBeLessThan(60);
  });

  it('turns over when the groups are exchanged, and does not care for the order of rows or the origin of time', () => {
    const stops = madeUp(-0.3, 9);
    const { oddsRatio, standardError } = veilOfDarkness(stops);
    const exchanged = veilOfDarkness({ ...stops, group: stops.group.map((flag) => 1 - flag) });
    expect(exchanged.oddsRatio).toBeCloseTo(1 / oddsRatio, 9);
    const moved = veilOfDarkness({
      group: stops.group.toReversed(),
      dark: stops.dark.toReversed(),
      minute: stops.minute.toReversed().map((minute) => 3 * minute - 500),
    });
    expect(moved.oddsRatio).toBeCloseTo(oddsRatio, 9);
    expect(moved.standardError).toBeCloseTo(standardError, 9);
  });

  it('says by name why it cannot answer', () => {
    const stops = madeUp(0, 3, 200);
    const problem = (changed: Partial<VeiledStops>) => () => veilOfDarkness({ ...stops, ...changed });
    expect(problem({ group: stops.group.map(() => 1) })).toThrow(
      expect.objectContaining({ problem: 'one-group' }),
    );
    expect(problem({ dark: stops.dark.map(() => 0) })).toThrow(
      expect.objectContaining({ problem: 'one-group' }),
    );
    expect(problem({ group: stops.dark })).toThrow(expect.objectContaining({ problem: 'no-convergence' }));
    expect(problem({ minute: Float64Array.from(stops.dark) })).toThrow(
      expect.objectContaining({ problem: 'collinear' }),
    );
    expect(problem({ minute: stops.minute.slice(1) })).toThrow(
      expect.objectContaining({ problem: 'lengths-differ' }),
    );
  });
});
