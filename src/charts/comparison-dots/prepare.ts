import { drawableInterval } from '../words/interval.ts';
import type { Interval } from '../words/interval.ts';
import { measurable } from '../words/measurable.ts';
import type { ComparedArea, ComparedAverage, ComparisonDotsInput } from './input.ts';

export interface ComparedRow {
  readonly name: string;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly role: ComparedArea['role'] | ComparedAverage['kind'];
  readonly isAverage: boolean;
  readonly unconfirmed: boolean;
}

/** Areas and averages in one list, highest first, those without a figure last; equal values by name. */
export function compared({ areas, averages = [] }: ComparisonDotsInput): ComparedRow[] {
  const rows = [
    ...areas.map(({ name, value, lower, upper, role }): ComparedRow => {
      const known = measurable(value);
      const interval = known === null ? null : drawableInterval(lower, upper);
      return { name, value: known, interval, role, isAverage: false, unconfirmed: false };
    }),
    ...averages.map(({ name, value, kind, unconfirmed }): ComparedRow => ({
      name,
      value: measurable(value),
      interval: null,
      role: kind,
      isAverage: true,
      unconfirmed: unconfirmed === true,
    })),
  ];
  return rows.toSorted(highestFirst);
}

/** Order for rows: the highest value first, nulls last, then by name. */
export function highestFirst(
  a: { value: number | null; name: string },
  b: { value: number | null; name: string },
): number {
  if (a.value !== b.value) {
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return b.value - a.value;
  }
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
