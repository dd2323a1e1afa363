import { requireExactCount, requireLevel, requirePositive } from '../check-input.ts';
import { betaProbability, betaValue } from '../distributions/beta.ts';
import type { CountedRate, Ratio } from '../rate-ratio.ts';

/**
 * Ratio of two rates with the exact interval: given the sum of both counts, one of them is binomial, and Clopper and
 * Pearson's limits for its share turn into limits for the ratio.
 *
 * Source: Przyborowski & Wilenski (1940). Checked against R: `poisson.test(c(90, 120), c(8000, 40000))`.
 */
export function exactRateRatio(group: CountedRate, reference: CountedRate, level = 0.95): Ratio {
  check(group, reference, level);
  const [a, b] = [group.events, reference.events];
  const tail = (1 - level) / 2;
  return {
    ratio: b === 0 ? null : a / group.exposure / (b / reference.exposure),
    lower: a === 0 ? 0 : toRatio(betaValue(tail, a, b + 1), group, reference),
    upper: b === 0 ? null : bounded(toRatio(betaValue(1 - tail, a + 1, b), group, reference)),
    zeroCell: a === 0 || b === 0,
  };
}

/**
 * Ratio of two rates, its estimate median-unbiased and its limits by mid-p: the probability of the counts seen is
 * counted half. Narrower than the exact interval, and nearer to its stated level.
 *
 * Source: Rothman, Greenland & Lash (2008), ch. 14. Checked against R: `epitools::rateratio(method = "midp")`.
 */
export function midPRateRatio(group: CountedRate, reference: CountedRate, level = 0.95): Ratio {
  check(group, reference, level);
  const [a, b] = [group.events, reference.events];
  const tail = (1 - level) / 2;
  const at = (wanted: number) => toRatio(shareWithMidP(a, b, wanted), group, reference);
  const zeroCell = a === 0 || b === 0;
  if (a + b === 0) return { ratio: null, lower: 0, upper: null, zeroCell };
  return {
    ratio: b === 0 ? null : a === 0 ? 0 : at(0.5),
    lower: a === 0 ? 0 : at(tail),
    upper: b === 0 ? null : bounded(at(1 - tail)),
    zeroCell,
  };
}

/** The binomial share at which "more than a, plus half of exactly a" has the probability wanted. */
function shareWithMidP(a: number, b: number, wanted: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 200 && high - low > 1e-16 * high; i++) {
    const middle = (low + high) / 2;
    const atLeast = a === 0 ? 1 : betaProbability(middle, a, b + 1);
    const more = b === 0 ? 0 : betaProbability(middle, a + 1, b);
    if ((atLeast + more) / 2 > wanted) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function toRatio(share: number, group: CountedRate, reference: CountedRate): number {
  return ((share / (1 - share)) * reference.exposure) / group.exposure;
}

/** At levels next to 1 the share may reach 1: then there is no upper limit. */
function bounded(limit: number): number | null {
  return Number.isFinite(limit) ? limit : null;
}

function check(group: CountedRate, reference: CountedRate, level: number): void {
  requireLevel(level);
  requireExactCount(group.events, 'events');
  requireExactCount(reference.events, 'events of the reference');
  requirePositive(group.exposure, 'exposure');
  requirePositive(reference.exposure, 'exposure of the reference');
}
