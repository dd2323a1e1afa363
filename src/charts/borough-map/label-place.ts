import type { Point } from './project.ts';

const TRIES = 17;

/**
 * Where a label of a size fits wholly into an area, as near to the area's middle as may be: the middle of the label, or null where it fits
 * nowhere. Rings by the even-odd rule.
 */
export function labelPlace(
  rings: readonly (readonly Point[])[],
  width: number,
  height: number,
): Point | null {
  const largest = rings.reduce<readonly Point[]>((best, ring) => (size(ring) > size(best) ? ring : best), []);
  const xs = largest.map(([x]) => x);
  const ys = largest.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (!(right - left >= width && bottom - top >= height)) return null;
  const [mx, my] = centre(largest);
  const places: { readonly point: Point; readonly away: number }[] = [];
  for (let row = 0; row < TRIES; row++)
    for (let column = 0; column < TRIES; column++) {
      const x = left + ((column + 0.5) / TRIES) * (right - left);
      const y = top + ((row + 0.5) / TRIES) * (bottom - top);
      places.push({ point: [x, y], away: Math.hypot(x - mx, y - my) });
    }
  places.push({ point: [mx, my], away: 0 });
  const found = places
    .toSorted((a, b) => a.away - b.away)
    .find(({ point: [x, y] }) => boxInside(rings, x, y, width / 2, height / 2));
  return found?.point ?? null;
}

/** Whether a box lies inside: its rim is inside at eight places, and no corner of an outline lies within it. */
function boxInside(
  rings: readonly (readonly Point[])[],
  x: number,
  y: number,
  w: number,
  h: number,
): boolean {
  for (const [dx, dy] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [0, -1],
    [0, 1],
    [-1, 0],
    [1, 0],
  ] as const)
    if (!inside(rings, x + dx * w, y + dy * h)) return false;
  return !rings.some((ring) => ring.some(([px, py]) => Math.abs(px - x) < w && Math.abs(py - y) < h));
}

function inside(rings: readonly (readonly Point[])[], x: number, y: number): boolean {
  let odd = false;
  for (const ring of rings)
    for (let at = 1; at < ring.length; at++) {
      const [x1 = 0, y1 = 0] = ring[at - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[at] ?? [];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
    }
  return odd;
}

/** Area of a ring in square pixels. */
function size(ring: readonly Point[]): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    const [x1 = 0, y1 = 0] = ring[at - 1] ?? [];
    const [x2 = 0, y2 = 0] = ring[at] ?? [];
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice) / 2;
}

/** The centre of gravity of a ring. */
function centre(ring: readonly Point[]): Point {
  let [twice, cx, cy] = [0, 0, 0];
  const [ox = 0, oy = 0] = ring[0] ?? [];
  for (let at = 1; at < ring.length; at++) {
    const [ax = 0, ay = 0] = ring[at - 1] ?? [];
    const [bx = 0, by = 0] = ring[at] ?? [];
    const [x1, y1, x2, y2] = [ax - ox, ay - oy, bx - ox, by - oy];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    cx += (x1 + x2) * cross;
    cy += (y1 + y2) * cross;
  }
  return twice === 0 ? [ox, oy] : [ox + cx / (3 * twice), oy + cy / (3 * twice)];
}
