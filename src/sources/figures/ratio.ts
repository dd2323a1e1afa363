import { RowFault } from '../table/row-fault.ts';

/** What a ratio is multiplied by to give a figure in a unit: 1,000 for "per 1,000 people", 100 for "per cent", else 1. */
export function multiplierOf(unit: string): number {
  const per = /\bper (\d[\d,]*)\b/i.exec(unit)?.[1];
  if (per !== undefined) return Number(per.replaceAll(',', ''));
  return isPercentage(unit) ? 100 : 1;
}

/** Whether a unit is a share of a whole, written from 0 to 1. */
export function isShare(unit: string): boolean {
  return /^(proportion|share|of)\b/i.test(unit) && !isPercentage(unit);
}

function isPercentage(unit: string): boolean {
  return /\bper ?cent\b|%/i.test(unit);
}

/** Half a unit of the last digit that is printed: 0.005 for "26.89", 0.5 for "12". */
export function halfLastDigit(printed: string): number {
  const [mantissa = '', exponent = '0'] = printed.toLowerCase().split('e');
  const decimals = (mantissa.split(/[.,]/)[1] ?? '').length - Number(exponent);
  return 0.5 * 10 ** -decimals;
}

/**
 * Checks that a value is what its numerator and denominator make it, to half a unit of its last printed digit.
 * @throws RowFault saying what it should be
 */
export function checkRatio(
  printed: string,
  value: number,
  numerator: number,
  denominator: number,
  unit: string,
): void {
  if (denominator <= 0) throw new RowFault('denominator', `${denominator} cannot be divided by`);
  const multiplier = multiplierOf(unit);
  const exact = (numerator / denominator) * multiplier;
  const tolerance = halfLastDigit(printed) + Math.abs(exact) * 1e-9;
  if (Math.abs(value - exact) <= tolerance) return;
  const times = multiplier === 1 ? '' : ` times ${multiplier.toLocaleString('en-GB')}`;
  throw new RowFault(
    'value',
    `${printed} is not ${numerator} over ${denominator}${times}, which is ${Number(exact.toPrecision(8))}`,
  );
}
