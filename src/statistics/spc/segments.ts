import { StatisticsError } from '../statistics-error.ts';

/**
 * Segments of a chart, each from its first index to before its end. A rebase between points applies from the next one;
 * one beyond the chart is an error, so that none is passed over in silence.
 */
export function segmentStarts(
  length: number,
  rebaseAt: readonly number[],
): { readonly start: number; readonly end: number }[] {
  const starts = new Set([0]);
  for (const at of rebaseAt) {
    const index = Math.ceil(at);
    if (!(index >= 0 && index < length)) {
      throw new StatisticsError(
        'bad-option',
        `There is no point at or after ${at} to rebase at.`,
        `The chart has points 0 to ${length - 1}.`,
      );
    }
    starts.add(index);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((start, i) => ({ start, end: sorted[i + 1] ?? length }));
}
