import type { SpcPoint } from './point.ts';

/** Which way a measure should go. */
export type Better = 'lower' | 'higher' | 'neither';

/** What the last point says: special cause for better or worse, high or low where neither is better, or common cause. */
export type Variation = 'improvement' | 'concern' | 'high' | 'low' | 'none';

/** Whether the process as it is will always, never, or sometimes meet the target. */
export type Assurance = 'pass' | 'fail' | 'hit-or-miss';

/**
 * The variation mark: that of the last point, by the side of the centre it lies on. A trend's last point that lies
 * exactly on the centre line counts by the direction of the trend.
 */
export function variationOf(points: readonly SpcPoint[], better: Better): Variation {
  const last = points.findLast((point) => point.value !== null);
  if (!last || last.signal === null || last.value === null || last.centre === null) return 'none';
  const before = points[last.index - 1]?.value ?? last.centre;
  const high = last.value === last.centre ? last.value > before : last.value > last.centre;
  if (better === 'neither') return high ? 'high' : 'low';
  return high === (better === 'higher') ? 'improvement' : 'concern';
}

/**
 * The assurance mark: a target wholly on the better side of the limits is never met, one wholly on the worse side
 * always. A target on a limit or between them is hit or miss. Null without a target, a direction or limits.
 */
export function assuranceOf(
  lower: number | null,
  upper: number | null,
  target: number | undefined,
  better: Better,
): Assurance | null {
  if (target === undefined || better === 'neither' || lower === null || upper === null) return null;
  if (target > upper) return better === 'higher' ? 'fail' : 'pass';
  if (target < lower) return better === 'higher' ? 'pass' : 'fail';
  return 'hit-or-miss';
}
