import type { Unit } from '../../charts/index.ts';
import type { Measure } from '../../measures/index.ts';

/** The unit by which charts print a measure's values. */
export function chartUnit({ kind, per }: Pick<Measure, 'kind' | 'per'>): Unit {
  if (kind === 'count' || kind === 'proportion') return kind;
  if (kind === 'rate' && per === 1000) return 'per-1000';
  if (kind === 'rate' && per === 100_000) return 'per-100000';
  return 'number';
}
