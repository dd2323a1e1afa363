/** Where a descent ended. */
export interface Descent {
  readonly at: Float64Array;
  readonly value: number;
}

const [SHORTEST, ENOUGH] = [1e-10, 1e-4] as const;

/**
 * The lowest point of a smooth function, by Broyden, Fletcher, Goldfarb and Shanno's method with slopes from differences
 * (forward ones, then both-sided where those no longer lead down). The function may answer Infinity.
 *
 * Source: Nocedal & Wright (2006), Numerical Optimization, chapter 6.
 *
 * @param tolerance gain, as a share of the value, below which it ends
 */
export function bfgs(
  f: (x: Float64Array) => number,
  start: Float64Array,
  tolerance = 1e-8,
  most = 100,
): Descent {
  const n = start.length;
  let at = start.slice();
  let value = f(at);
  let centred = false;
  let inverse = identity(n);
  let slope = slopeOf(f, at, value, centred);
  for (let step = 0; step < most; step++) {
    const direction = new Float64Array(n);
    let along = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum -= (inverse[i * n + j] as number) * (slope[j] as number);
      direction[i] = sum;
      along += sum * (slope[i] as number);
    }
    let reach = Math.min(1, 1.5 / Math.max(...direction.map(Math.abs), 1e-12));
    let next = at;
    let nextValue = value;
    for (; reach > SHORTEST; reach /= 4) {
      // Uphill, by rounding: no step at all.
      if (along >= 0) break;
      next = at.map((x, i) => x + reach * (direction[i] as number));
      nextValue = f(next);
      if (nextValue <= value + ENOUGH * reach * along) break;
      nextValue = Infinity;
    }
    const gain = value - nextValue;
    if (!(gain > tolerance * (Math.abs(value) + tolerance))) {
      if (nextValue < value) [at, value] = [next, nextValue];
      if (centred) break;
      centred = true;
      inverse = identity(n);
      slope = slopeOf(f, at, value, centred);
      continue;
    }
    const nextSlope = slopeOf(f, next, nextValue, centred);
    update(inverse, at, next, slope, nextSlope);
    [at, value, slope] = [next, nextValue, nextSlope];
  }
  return { at, value };
}

function slopeOf(
  f: (x: Float64Array) => number,
  at: Float64Array,
  value: number,
  centred: boolean,
): Float64Array {
  const moved = at.slice();
  return at.map((x, i) => {
    const h = (centred ? 1e-5 : 1e-6) * Math.max(1, Math.abs(x));
    moved[i] = x + h;
    const up = f(moved);
    if (!centred) {
      moved[i] = x;
      return Number.isFinite(up) ? (up - value) / h : 0;
    }
    moved[i] = x - h;
    const down = f(moved);
    moved[i] = x;
    return Number.isFinite(up) && Number.isFinite(down) ? (up - down) / (2 * h) : 0;
  });
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}

function update(
  inverse: Float64Array,
  from: Float64Array,
  to: Float64Array,
  slope: Float64Array,
  next: Float64Array,
) {
  const n = from.length;
  const s = to.map((x, i) => x - (from[i] as number));
  const y = next.map((x, i) => x - (slope[i] as number));
  let sy = 0;
  for (let i = 0; i < n; i++) sy += (s[i] as number) * (y[i] as number);
  if (!(sy > 1e-12)) return;
  const hy = new Float64Array(n);
  let yhy = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) hy[i] = (hy[i] as number) + (inverse[i * n + j] as number) * (y[j] as number);
    yhy += (y[i] as number) * (hy[i] as number);
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      inverse[i * n + j] =
        (inverse[i * n + j] as number) +
        ((1 + yhy / sy) * (s[i] as number) * (s[j] as number) -
          (hy[i] as number) * (s[j] as number) -
          (s[i] as number) * (hy[j] as number)) /
          sy;
}
