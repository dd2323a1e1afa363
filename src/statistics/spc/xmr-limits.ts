/** Limits are the centre ± this many average moving ranges: 3 / 1.128, rounded as in the published rules. */
export const XMR_FACTOR = 2.66;
/** A moving range this many times the average, or more, is left out of the average (the upper limit of an mR chart). */
export const SCREEN_FACTOR = 3.267;

/** Where `xmrLimits` leaves its numbers. One object can be used again for any number of series. */
export interface XmrLimits {
  centre: number;
  /** Average moving range after screening. NaN when no two points are neighbours. */
  averageRange: number;
  /** How many points were used. */
  count: number;
}

/**
 * Centre and average moving range of an XmR chart over `values[start]` to before `values[end]`. A gap is NaN: it is no
 * point, and no moving range reaches across it. With `screen`, moving ranges of 3.267 times their average or more are
 * dropped once and the average is taken again. Allocates nothing.
 */
export function xmrLimits(
  values: Float64Array,
  start: number,
  end: number,
  screen: boolean,
  out: XmrLimits,
): void {
  let count = 0;
  let ranges = 0;
  let total = 0;
  let first = 0;
  let previous = NaN;
  let sum = 0;
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    // The mean is taken about the first value, so a constant series has exactly itself as its mean.
    if (value === value) {
      if (count++ === 0) first = value;
      sum += value - first;
    }
    const range = Math.abs(value - previous);
    if (range === range) {
      ranges++;
      total += range;
    }
    previous = value;
  }
  out.count = count;
  out.centre = count === 0 ? NaN : first + sum / count;
  out.averageRange = ranges === 0 ? NaN : total / ranges;
  if (!screen || !(out.averageRange > 0)) return;
  const ceiling = SCREEN_FACTOR * out.averageRange;
  let kept = 0;
  let keptTotal = 0;
  previous = NaN;
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    const range = Math.abs(value - previous);
    if (range < ceiling) {
      kept++;
      keptTotal += range;
    }
    previous = value;
  }
  // When only the screened ranges hold any movement, dropping them would leave limits of no width around a mean that
  // no point equals, and every point would be "outside". Then nothing is dropped.
  if (keptTotal > 0) out.averageRange = keptTotal / kept;
}
