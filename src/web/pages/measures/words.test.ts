import { describe, expect, it } from 'vitest';
import { age, changeInterval, changeText, chartDate, shortPublisher, unitOf } from './words.ts';

describe('a change', () => {
  it('has a sign, a true minus, and its unit', () => {
    expect(changeText(0.066, 'fraction')).toBe('+6.6%');
    expect(changeText(-0.205, 'fraction')).toBe('−20.5%');
    expect(changeText(1.491, 'fraction')).toBe('+149%');
    expect(changeText(-0.02, 'points')).toBe('−2.0 points');
    expect(changeText(0.01, 'points')).toBe('+1.0 point');
  });

  it('of nothing has no sign', () => {
    expect(changeText(-0.0001, 'fraction')).toBe('0.0%');
  });

  it('may have an interval without an upper end, or none', () => {
    expect(changeInterval({ lower: -0.1, upper: 0.2 })).toBe('−10.0 to +20.0');
    expect(changeInterval({ lower: -0.1, upper: null })).toBe('−10.0 to no limit');
    expect(changeInterval({ lower: null, upper: null })).toBeNull();
  });
});

it('tells the age of data in whole months, and in years from the second on', () => {
  const now = new Date('2026-11-23T00:00:00Z');
  expect(age('2026-10-31', now)).toBe('under a month');
  expect(age('2026-10-23', now)).toBe('1 month');
  expect(age('2026-03-31', now)).toBe('7 months');
  expect(age('2024-11-30', now)).toBe('23 months');
  expect(age('2023-12-31', now)).toBe('2 years');
});

it('places a period on a chart by its last day', () => {
  expect(chartDate('2026-03-31', 'month')).toBe('2026-03-01');
  expect(chartDate('2022-03-31', 'year')).toBe('2021-04-01');
  expect(chartDate('2023-12-31', 'rolling')).toBe('2023-10-01');
});

it('shortens a publisher without losing who it is', () => {
  expect(shortPublisher('Police forces of England, Wales and Northern Ireland, through data.police.uk')).toBe(
    'data.police.uk',
  );
  expect(shortPublisher("Mayor's Office for Policing and Crime (MOPAC)")).toBe('MOPAC');
  expect(shortPublisher('Office for National Statistics (police recorded crime: Home Office)')).toBe(
    'Office for National Statistics',
  );
});

it('knows the unit of a rate by its multiplier', () => {
  expect(unitOf({ kind: 'rate', per: 1000 })).toBe('per-1000');
  expect(unitOf({ kind: 'rate', per: 100 })).toBe('number');
});
