import { betaValue } from '../distributions/beta.ts';
import { tMultiplier } from '../distributions/student-t.ts';

export type SurveyIntervalKind = 'logit' | 'likelihood' | 'beta' | 'wald' | 'asin' | 'xlogit';

export interface ShareSpread {
  readonly estimate: number;
  readonly standardError: number;
  readonly freedom: number;
  readonly n: number;
}

/** Lower and upper limit. */
export type Limits = readonly [lower: number, upper: number];

/** estimate ± t · standard error, t with the design's degrees of freedom. */
export function waldLimits({ estimate, standardError, freedom }: ShareSpread, level: number): Limits {
  const reach = tMultiplier(level, Math.max(1, freedom)) * standardError;
  return [estimate - reach, estimate + reach];
}

/**
 * Interval for a share under a complex design. `logit` (and `xlogit`, the same for one share) and `asin` are Wald on a
 * transformed scale; `likelihood` holds the shares whose likelihood, deflated by the design effect, is near enough to the
 * top (Rao–Scott); `beta` is Korn and Graubard's: Clopper–Pearson at the effective sample, its degrees of freedom
 * allowed for; `wald` may leave [0, 1]. A share of 0 or 1 has no standard error: then `logit` and `asin` answer as
 * `beta` does for the plain sample.
 *
 * Source: Korn & Graubard (1998), Survey Methodology 24, 193–201. Checked against R: `survey::svyciprop`.
 */
export function shareLimits(spread: ShareSpread, kind: SurveyIntervalKind, level: number): Limits {
  const { estimate: p, standardError: se, freedom, n } = spread;
  if (kind === 'wald') return waldLimits(spread, level);
  if (!(p > 0 && p < 1 && se > 0)) return clopperPearson(p, n, level);
  const t = tMultiplier(level, Math.max(1, freedom));
  if (kind === 'beta') {
    const shrink = tMultiplier(level, Math.max(1, n - 1)) / t;
    return clopperPearson(p, ((p * (1 - p)) / (se * se)) * shrink * shrink, level);
  }
  if (kind === 'likelihood') return likelihoodLimits(spread, t);
  if (kind === 'asin') {
    const [middle, reach] = [Math.asin(Math.sqrt(p)), (t * se) / (2 * Math.sqrt(p * (1 - p)))];
    return [Math.sin(Math.max(0, middle - reach)) ** 2, Math.sin(Math.min(Math.PI / 2, middle + reach)) ** 2];
  }
  const [middle, reach] = [Math.log(p / (1 - p)), (t * se) / (p * (1 - p))];
  return [1 / (1 + Math.exp(reach - middle)), 1 / (1 + Math.exp(-reach - middle))];
}

/**
 * Where twice the fall of the binomial log likelihood of `n` reaches t² times the variance over the simple one, spread by
 * n ÷ (n − 1) as R does. R reads its limits from a curve through a few points, and is up to 0.3 % off in a tail.
 */
function likelihoodLimits({ estimate: p, standardError: se, n }: ShareSpread, t: number): Limits {
  const most = (t * t * se * se * n * n) / (p * (1 - p) * Math.max(1, n - 1));
  const fall = (q: number) => 2 * n * (p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q)));
  const edge = (end: number) => {
    let [inside, outside] = [p, end];
    for (let step = 0; step < 200; step++) {
      const middle = (inside + outside) / 2;
      if (fall(middle) < most) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return [edge(0), edge(1)];
}

function clopperPearson(p: number, n: number, level: number): Limits {
  const tail = (1 - level) / 2;
  const [hits, misses] = [n * p, n * (1 - p)];
  return [
    hits > 1e-9 ? betaValue(tail, hits, misses + 1) : 0,
    misses > 1e-9 ? betaValue(1 - tail, hits + 1, misses) : 1,
  ];
}
