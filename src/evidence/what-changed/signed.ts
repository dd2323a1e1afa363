import type { Measure } from '../../measures/index.ts';

/** A difference of two values of a measure with its sign and without its unit: "+1,204", "−0.35", "+1.2 percentage points", "0". */
export function signed({ kind }: Pick<Measure, 'kind'>, difference: number): string {
  const points = kind === 'proportion';
  const size = Math.abs(points ? difference * 100 : difference);
  const digits = kind === 'count' ? 0 : points ? 1 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  const text = size.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const sign = Number(text.replaceAll(',', '')) === 0 ? '' : difference < 0 ? '−' : '+';
  const zero =
    difference === 0
      ? '0'
      : sign === ''
        ? `under ${digits === 0 ? '1' : (0.1 ** digits).toFixed(digits)}`
        : text;
  return `${sign}${zero}${points ? ' percentage points' : ''}`;
}
