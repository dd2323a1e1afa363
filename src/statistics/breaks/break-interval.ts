import { logNormalProbability } from '../distributions/normal.ts';

/**
 * Interval for the place of a change of mean: Bai's limiting distribution of the argmax of a two-sided Brownian motion with
 * drift, its noise after the change `ratio` times that before (in variance). Returns how far the change may lie
 * before (negative) and after its estimate, in units of variance before ÷ squared change; null when too lopsided.
 *
 * Source: Bai (1997), Review of Economics and Statistics 79, 551–563, appendix. Checked against R:
 * `strucchange::confint.breakpointsfull` on the Nile.
 */
export function breakIntervalWidths(
  ratio: number,
  level: number,
): readonly [before: number, after: number] | null {
  const tail = (1 - level) / 2;
  const atZero = argmaxProbability(0, ratio);
  if (!(atZero > tail && atZero < 1 - tail)) return null;
  return [
    solve((x) => argmaxProbability(-x, ratio) < tail) * -1,
    solve((x) => argmaxProbability(x, ratio) > 1 - tail),
  ];
}

/** Probability that the argmax lies at or before `x`. */
function argmaxProbability(x: number, ratio: number): number {
  return x < 0 ? side(-x, 1 / ratio, ratio) : 1 - side(x * 1, ratio, 1 / ratio, true);
}

/**
 * Probability of lying at least `x` to one side. On the left the motion has unit noise and the other side `ratio`
 * times it; the right side is the mirror image with time scaled.
 */
function side(x: number, inverse: number, ratio: number, right = false): number {
  const [a, b, c, d, scale] = right
    ? rightTerms(inverse)
    : [
        0.5 * inverse * (1 + inverse),
        0.5 + inverse,
        (ratio * (ratio + 2)) / (ratio + 1),
        (ratio + 2) ** 2 / (ratio + 1),
        1,
      ];
  const root = Math.sqrt(scale * x);
  const bell = (root * Math.exp((-scale * x) / 8)) / Math.sqrt(2 * Math.PI);
  const far = c * Math.exp(a * x + logNormalProbability(-b * Math.sqrt(x)));
  const near = (d - 2 + (scale * x) / 2) * Math.exp(logNormalProbability(-root / 2));
  return near - bell - far;
}

function rightTerms(phi: number): readonly [number, number, number, number, number] {
  return [
    (phi + 1) / 2,
    (2 * phi + 1) / (2 * Math.sqrt(phi)),
    (2 * phi + 1) / ((phi + 1) * phi),
    (2 * phi + 1) ** 2 / ((phi + 1) * phi),
    1 / phi,
  ];
}

/** Smallest x ≥ 0 from which the test holds, by doubling and halving. */
function solve(reached: (x: number) => boolean): number {
  let high = 1;
  while (!reached(high) && high < 1e9) high *= 2;
  let low = 0;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
