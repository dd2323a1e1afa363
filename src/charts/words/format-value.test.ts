import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNumber, anyUnit } from '../testing/chart-arbitraries.ts';
import { formatFigure, formatValue } from './format-value.ts';

describe('a value in words', () => {
  it.each([
    [2893, 'count', '2,893'],
    [2665.4, 'count', '2,665'],
    [2.5, 'count', '2.5'],
    [26.89, 'per-1000', '26.89 per 1,000'],
    [2.7, 'per-1000', '2.70 per 1,000'],
    [119.26, 'per-100000', '119.3 per 100,000'],
    [12_345.6, 'per-100000', '12,346 per 100,000'],
    [0.69, 'proportion', '69.0%'],
    [1, 'proportion', '100.0%'],
    [-4.2, 'points', '−4.2 points'],
    [-1234, 'count', '−1,234'],
    [6.5, 'number', '6.50'],
    [0, 'count', '0'],
  ] as const)('%d as %s is %s', (value, unit, words) => {
    expect(formatValue(value, unit)).toBe(words);
  });

  it('does not turn a little into nothing', () => {
    expect(formatValue(0.00012, 'proportion')).toBe('0.012%');
    expect(formatValue(0.0119, 'per-1000')).toBe('0.012 per 1,000');
    expect(formatValue(0.0001, 'proportion', 1)).toBe('under 0.1%');
    expect(formatValue(-0.0001, 'per-1000', 2)).toBe('over −0.01 per 1,000');
  });

  it('is not available when there is none', () => {
    for (const value of [null, NaN, Infinity, 1e300])
      expect(formatValue(value, 'count')).toBe('not available');
  });

  it('keeps to the decimals asked for', () => {
    expect(formatValue(0.694, 'proportion', 0)).toBe('69%');
    expect(formatValue(1, 'points', 0)).toBe('1 point');
  });
});

it('never writes a hyphen for a minus, a minus before nought, or a thing that is no number', () => {
  fc.assert(
    fc.property(anyNumber, anyUnit, (value, unit) => {
      const figure = formatFigure(value, unit);
      expect(figure).toMatch(/^(not available|(under |over )?−?\d{1,3}(,\d{3})*(\.\d+)?%?)$/);
      expect(figure).not.toMatch(/^−0(\.0+)?%?$/);
    }),
  );
});
