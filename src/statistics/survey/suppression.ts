/** Why a share is too uncertain to be shown. */
export type SuppressionReason =
  'effective-sample-below-30' | 'interval-wider-than-30-points' | 'interval-wide-for-the-share';

export interface Presentable {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly n: number;
  readonly effectiveN: number;
}

/**
 * The presentation standard for shares of the US National Center for Health Statistics: not shown with an effective
 * sample below 30, with an interval 0.30 or more wide, or one over 0.05 wide and over 130 % of the share (or of its
 * complement, whichever is smaller).
 *
 * Source: Parker and others (2017), Vital and Health Statistics 2(175).
 */
export function suppressionReasons({
  estimate,
  lower,
  upper,
  n,
  effectiveN,
}: Presentable): SuppressionReason[] {
  const width = Math.min(1, upper) - Math.max(0, lower);
  const smaller = Math.min(estimate, 1 - estimate);
  const reasons: SuppressionReason[] = [];
  if (Math.min(n, effectiveN) < 30) reasons.push('effective-sample-below-30');
  if (width >= 0.3) reasons.push('interval-wider-than-30-points');
  if (width > 0.05 && width > 1.3 * smaller) reasons.push('interval-wide-for-the-share');
  return reasons;
}
