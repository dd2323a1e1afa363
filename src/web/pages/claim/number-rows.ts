import { NOT_AVAILABLE } from '../../../charts/index.ts';
import type { Finding } from '../../../evidence/index.ts';
import { bareValue, monthInWords, percentChange, pointsChange } from '../../../evidence/words.ts';
import type { Measure } from '../../../measures/index.ts';
import names from './number-names.json' with { type: 'json' };

/** A number of a finding, named and printed in its unit. */
export interface NumberRow {
  readonly name: string;
  readonly value: string;
}

type As = 'value' | 'count' | 'ratio' | 'text' | 'month' | 'change' | 'share' | 'points' | 'p';

const NAMES = names as Readonly<Record<string, { readonly name: string; readonly as: As }>>;

/**
 * The single numbers of a finding for a table. Lists inside a finding (areas, members) are in the chart's own table; what has
 * no name for a reader is left to the JSON.
 */
export function numberRows(measure: Measure, numbers: Finding['numbers']): NumberRow[] {
  // The interval of a survey's change is in percentage points, not a ratio.
  const inPoints = typeof numbers['change'] === 'number';
  return Object.entries(numbers).flatMap(([key, value]) => {
    const known = NAMES[key];
    if (known === undefined || Array.isArray(value) || value === undefined) return [];
    const as = inPoints && (key === 'lower' || key === 'upper') ? 'points' : known.as;
    return [{ name: known.name, value: printed(measure, as, value) }];
  });
}

function printed(measure: Measure, as: As, value: unknown): string {
  if (typeof value === 'string') return as === 'month' ? monthInWords(`${value}-01`) : value;
  if (typeof value !== 'number' || !Number.isFinite(value)) return NOT_AVAILABLE;
  const ways: Readonly<Record<As, () => string>> = {
    value: () => bareValue(measure, value),
    count: () => value.toLocaleString('en-GB', { maximumFractionDigits: 0 }),
    ratio: () => value.toFixed(3),
    text: () => String(value),
    month: () => String(value),
    change: () => percentChange(1 + value),
    share: () => `${(value * 100).toFixed(1)}%`,
    points: () => pointsChange(value),
    p: () => (value < 0.0001 ? 'under 0.0001' : value.toFixed(4)),
  };
  return ways[as]();
}
