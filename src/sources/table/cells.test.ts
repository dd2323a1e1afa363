import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaNamed, count, day, decimal, missingMark, month } from './cells.ts';
import { context } from './testing.ts';

describe('cells of published tables', () => {
  it('knows the marks that stand for a missing figure, and no number among them', () => {
    expect(['[x]', '[c]', '[u1]', '-', '..', 'N/A', 'c', '#', '!', 'NA', ''].map(missingMark)).toEqual([
      'x',
      'c',
      'u1',
      '-',
      '..',
      'N/A',
      'c',
      '#',
      '!',
      'NA',
      '',
    ]);
    expect(['0', '12', '-3', '[note 2]', 'Camden'].map(missingMark)).toEqual([null, null, null, null, null]);
  });

  it('reads counts with thousands separators, and nothing that is not a whole count', () => {
    expect(['12', '1,234', '1,234,567', '7.0', ' 0 '].map((cell) => count(cell, 'n'))).toEqual([
      12, 1234, 1_234_567, 7, 0,
    ]);
    for (const bad of ['1,23', '1.5', '-1', '1e3', 'NaN', '12 people', ''])
      expect(() => count(bad, 'n')).toThrow();
    expect(() => count('[x]', 'n')).toThrow('"[x]" stands where a count should: no figure is published');
  });

  it('reads decimals with a comma or a point', () => {
    expect(['0,56', '0.56', '-1,5', '1,234.5', '12', '.5', '1e-3'].map((cell) => decimal(cell, 'p'))).toEqual(
      [0.56, 0.56, -1.5, 1234.5, 12, 0.5, 0.001],
    );
    expect(decimal('0,567', 'p')).toBe(0.567);
    for (const bad of ['', 'NaN', 'Infinity', '1.2.3', '1,2,3']) expect(() => decimal(bad, 'p')).toThrow();
  });

  it('gives back every number that it is given', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), (value) => {
        expect(decimal(String(value), 'p')).toBeCloseTo(value, 9);
        expect(Math.abs(decimal(value.toFixed(2).replace('.', ','), 'p') - value)).toBeLessThan(0.006);
      }),
    );
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(count(value.toLocaleString('en-GB'), 'n')).toBe(value);
      }),
    );
  });

  it('reads days, day first, and refuses impossible ones', () => {
    expect(
      ['31/3/2016', '31/03/2016', '31-3-2016', '2016-03-31', '2016-03-31 00:00:00'].map((cell) =>
        day(cell, 'd'),
      ),
    ).toEqual(Array(5).fill('2016-03-31'));
    for (const bad of ['31/02/2016', '03/31/2016', '31/03/16', 'yesterday', ''])
      expect(() => day(bad, 'd')).toThrow('is not a date');
  });

  it('reads months in every published form', () => {
    expect(
      ['201004', '2010-04', '2010-04-01 00:00:00', 'Apr-10', 'April 2010', '15/04/2010'].map((cell) =>
        month(cell, 'm'),
      ),
    ).toEqual(Array(6).fill('2010-04-01'));
    expect(month('Dec-99', 'm')).toBe('1999-12-01');
    for (const bad of ['201013', 'Jam-03', '2010', ''])
      expect(() => month(bad, 'm')).toThrow('is not a month');
  });

  it('looks for an area type by type', () => {
    expect(areaNamed(context.areas, 'City of London', ['force'], 'a').name).toBe('City of London Police');
    expect(areaNamed(context.areas, 'City of London', ['borough', 'force'], 'a').type).toBe('borough');
    expect(() => areaNamed(context.areas, 'Grenwich', ['borough'], 'a')).toThrow('did you mean "Greenwich"?');
  });
});
