import type { Finding, MeasuredChange } from '../../evidence/index.ts';
import type { MeasureSummary } from '../../evidence/index.ts';
import { bareValue, spanInWords } from '../../evidence/words.ts';

/** "+7.7%", "−2.0 points"; null when it cannot be told. */
export function changeAmount({ amount, as }: MeasuredChange): string | null {
  return amount === null ? null : `${signed(amount)}${as === 'points' ? ' points' : '%'}`;
}

/** "+1.8 to +14.0": what chance leaves open of a change. */
export function changeRange({ lower, upper }: MeasuredChange): string | null {
  return lower === null ? null : `${signed(lower)} to ${upper === null ? 'no limit' : signed(upper)}`;
}

function signed(fraction: number): string {
  const size = Math.abs(fraction * 100);
  const text = size.toFixed(size >= 100 ? 0 : 1);
  return `${fraction < 0 && Number(text) !== 0 ? '−' : '+'}${text}`;
}

/** The verdict on a change in words. */
export const CHANGE_VERDICTS: Readonly<Record<MeasuredChange['verdict'], string>> = {
  higher: 'rise',
  lower: 'fall',
  similar: 'within chance',
  unknown: 'cannot be told',
};

/** The latest value and the period it is of. */
export function latestWords({ measure, held }: MeasureSummary): { value: string; period: string } {
  if (held === null) return { value: 'not available', period: '' };
  const { value, from, to } = held.latest;
  return { value: bareValue(measure, value), period: spanInWords(from, to) };
}

/** How an area stands against a comparator, and in which period. */
export function standWords(verdict: string, finding: Finding | null): string {
  const period = finding?.numbers['period'];
  const words = verdict.replaceAll('-', ' ');
  return typeof period === 'string' && ['above', 'below', 'similar'].includes(verdict)
    ? `${words} (${period})`
    : words;
}
