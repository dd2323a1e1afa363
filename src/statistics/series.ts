import { requireFinite, requireNotNegative } from './check-input.ts';
import { StatisticsError } from './statistics-error.ts';

/** Values in order of time; null is a gap (a month that nobody published). */
export type Series = readonly (number | null)[];

/**
 * A series as a typed array in which a gap is NaN; NaN never leaves this room.
 *
 * @throws StatisticsError with no value at all, or one that is not a finite number
 */
export function toFloats(values: Series): Float64Array {
  const floats = new Float64Array(values.length);
  let any = false;
  // A plain loop, for this is in the way of every chart of a page.
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? null;
    if (value === null) {
      floats[index] = NaN;
      continue;
    }
    if (!Number.isFinite(value)) requireFinite(value, `value ${index + 1}`);
    floats[index] = value;
    any = true;
  }
  if (!any)
    throw new StatisticsError('no-data', 'There is no value in the series.', 'Give at least one value.');
  return floats;
}

/** As `toFloats`, for counts: no value may be negative. */
export function toCounts(values: Series): Float64Array {
  for (const [index, value] of values.entries())
    if (value !== null) requireNotNegative(value, `count ${index + 1}`);
  return toFloats(values);
}
