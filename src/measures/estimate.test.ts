import { describe, expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { estimate } from './estimate.ts';
import { loadMeasures } from './load-measures.ts';
import type { Point } from './point.ts';

const good = loadMeasures(CATALOGUE_DIR).require('good-job');

function point(parts: Partial<Point>): Point {
  return {
    area: 'England and Wales',
    group: null,
    from: '2018-01-01' as IsoDate,
    to: '2018-12-31' as IsoDate,
    numerator: null,
    denominator: null,
    value: null,
    base: null,
    standardError: null,
    flag: null,
    releases: [],
    ...parts,
  };
}

describe('an estimate of a survey', () => {
  it('has the interval of the standard error that was published, not of its base', () => {
    const made = estimate(good, point({ value: 0.6, base: 100, standardError: 0.01 }), 'nation', null);
    expect(made.lower).toBeCloseTo(0.5804, 4);
    expect(made.upper).toBeCloseTo(0.6196, 4);
    expect(made.flags).toEqual([]);
  });

  it('stays a share when the standard error reaches beyond', () => {
    const made = estimate(good, point({ value: 0.99, standardError: 0.02 }), 'nation', null);
    expect(made.upper).toBe(1);
  });

  it('falls back on the base, and then on the planned sample, which it says', () => {
    expect(estimate(good, point({ value: 0.6, base: 100 }), 'force', null).flags).toEqual([]);
    expect(estimate(good, point({ value: 0.6 }), 'force', null).flags).toEqual(['e']);
  });

  it('is missing, with its mark, where it was withheld', () => {
    const made = estimate(good, point({ flag: '#' }), 'force', null);
    expect(made).toMatchObject({ value: null, lower: null, upper: null, flags: ['u'] });
  });
});
