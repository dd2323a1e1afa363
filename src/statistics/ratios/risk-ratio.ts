import { requireEventsOfTrials, requireLevel } from '../check-input.ts';
import { twoSidedMultiplier } from '../distributions/normal.ts';
import type { CountedRate, Ratio } from '../rate-ratio.ts';

/**
 * Ratio of two risks: shares of people (or searches) to whom something happened. Wald's interval on the log scale,
 * exp(ln RR ± z·√(1/a − 1/n + 1/b − 1/m)). `exposure` is the number of people and cannot be below the events.
 *
 * Source: Rothman, Greenland & Lash (2008), ch. 14. Checked against R: `epitools::riskratio(method = "wald")`.
 */
export function riskRatio(group: CountedRate, reference: CountedRate, level = 0.95): Ratio {
  requireLevel(level);
  requireEventsOfTrials(group.events, group.exposure);
  requireEventsOfTrials(reference.events, reference.exposure);
  const [a, b] = [group.events, reference.events];
  if (a === 0 && b === 0) return { ratio: null, lower: 0, upper: null, zeroCell: true };
  const zeroCell = a === 0 || b === 0;
  // Half an event more on each side where one is 0, so that one limit can be had.
  const add = zeroCell ? 0.5 : 0;
  const [x, n, y, m] = [a + add, group.exposure + add, b + add, reference.exposure + add];
  const ratio = x / n / (y / m);
  const factor = Math.exp(twoSidedMultiplier(level) * Math.sqrt(1 / x - 1 / n + 1 / y - 1 / m));
  return {
    ratio: b === 0 ? null : a === 0 ? 0 : ratio,
    lower: a === 0 ? 0 : ratio / factor,
    upper: b === 0 ? null : ratio * factor,
    zeroCell,
  };
}
