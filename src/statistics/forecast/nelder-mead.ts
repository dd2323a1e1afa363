/** Where a search ended. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
}

/**
 * Nelder and Mead's simplex search for the minimum of a function of a few parameters. The function may answer Infinity
 * outside its bounds. Deterministic.
 *
 * @param steps first step along each parameter
 * Source: Nelder & Mead (1965), Computer Journal 7, 308–313.
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  start: Float64Array,
  steps: Float64Array,
  most = 4000,
): Minimum {
  const n = start.length;
  const safe = (x: Float64Array) => {
    const value = f(x);
    return Number.isNaN(value) ? Infinity : value;
  };
  const simplex: { at: Float64Array; value: number }[] = [
    { at: Float64Array.from(start), value: safe(start) },
  ];
  for (let j = 0; j < n; j++) {
    const at = Float64Array.from(start);
    at[j] = (at[j] as number) + (steps[j] as number);
    simplex.push({ at, value: safe(at) });
  }
  let used = n + 1;
  while (used < most) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst, second] = [simplex[0], simplex[n], simplex[n - 1]];
    if (best === undefined || worst === undefined || second === undefined) break;
    if (worst.value - best.value <= 1e-10 * (Math.abs(best.value) + 1e-10)) break;
    const centre = new Float64Array(n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) centre[j] = (centre[j] as number) + (simplex[i]?.at[j] ?? 0) / n;
    const along = (t: number) => centre.map((middle, j) => middle + t * ((worst.at[j] as number) - middle));
    const attempt = (t: number) => {
      const at = along(t);
      used++;
      return { at, value: safe(at) };
    };
    const reflected = attempt(-1);
    if (reflected.value < best.value) {
      const further = attempt(-2);
      simplex[n] = further.value < reflected.value ? further : reflected;
    } else if (reflected.value < second.value) {
      simplex[n] = reflected;
    } else {
      const closer = reflected.value < worst.value ? attempt(-0.5) : attempt(0.5);
      if (closer.value < Math.min(reflected.value, worst.value)) simplex[n] = closer;
      else {
        for (let i = 1; i <= n; i++) {
          const at = best.at.map((value, j) => value + 0.5 * ((simplex[i]?.at[j] ?? 0) - value));
          simplex[i] = { at, value: safe(at) };
          used++;
        }
      }
    }
  }
  simplex.sort((a, b) => a.value - b.value);
  return simplex[0] ?? { at: start, value: safe(start) };
}
