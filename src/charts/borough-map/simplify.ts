import type { Point, ProjectedOutline } from './project.ts';

/** Corners are moved to a net this fine (pixels) and dropped where a border strays from the straight line by less than `STRAY`. */
const NET = 0.1;
const STRAY = 0.35;

/**
 * Outlines with fewer corners whose neighbours still share their borders: each stretch of border between two places where areas meet is
 * simplified once (Douglas and Peucker, 1973) for all that it parts. Rings smaller than a pixel are left out.
 */
export function simplified(outlines: readonly ProjectedOutline[]): readonly ProjectedOutline[] {
  const netted = outlines.map(({ name, rings }) => ({ name, rings: rings.map(onNet) }));
  const isJunction = junctions(netted.flatMap(({ rings }) => rings));
  return netted.map(({ name, rings }) => ({
    name,
    rings: rings.map((ring) => simplifyRing(ring, isJunction)).filter((ring) => ring.length >= 4),
  }));
}

/** Moves corners to the net and drops repeats; the last corner equals the first. */
function onNet(ring: readonly Point[]): readonly Point[] {
  const moved = ring.map(([x, y]): Point => [Math.round(x / NET) * NET, Math.round(y / NET) * NET]);
  return moved.filter((point, at) => at === 0 || key(point) !== key(moved[at - 1] ?? point));
}

/** Corners where a border begins or ends: those with other than two neighbours, over all rings. */
function junctions(rings: readonly (readonly Point[])[]): (point: Point) => boolean {
  const neighbours = new Map<string, Set<string>>();
  const join = (a: Point, b: Point): void => {
    const known = neighbours.get(key(a)) ?? new Set();
    neighbours.set(key(a), known.add(key(b)));
  };
  for (const ring of rings)
    for (let at = 1; at < ring.length; at++) {
      const [a, b] = [ring[at - 1], ring[at]];
      if (!a || !b) continue;
      join(a, b);
      join(b, a);
    }
  return (point) => neighbours.get(key(point))?.size !== 2;
}

function simplifyRing(ring: readonly Point[], isJunction: (point: Point) => boolean): readonly Point[] {
  const open = ring.slice(0, -1);
  // Begin at a junction; a ring without any (an island) begins at its corner that comes first in reading order.
  const first = open.findIndex(isJunction);
  const start =
    first === -1
      ? open.reduce((best, point, at) => (before(point, open[best] ?? point) ? at : best), 0)
      : first;
  const turned = [...open.slice(start), ...open.slice(0, start)];
  const [home] = turned;
  if (!home) return [];
  const whole = [...turned, home];
  const kept: Point[] = [home];
  let stretch: Point[] = [home];
  for (const point of whole.slice(1)) {
    stretch.push(point);
    if (!isJunction(point) && point !== home) continue;
    kept.push(...simplifyStretch(stretch).slice(1));
    stretch = [point];
  }
  return kept;
}

/** The same answer from both ends: a stretch is always walked from its end that comes first in reading order. */
function simplifyStretch(stretch: readonly Point[]): readonly Point[] {
  const [a, b] = [stretch[0], stretch.at(-1)];
  if (!a || !b || stretch.length < 3) return stretch;
  const closed = key(a) === key(b);
  const second = closed ? stretch[1] : a;
  const last = closed ? stretch.at(-2) : b;
  const turn = second !== undefined && last !== undefined && before(last, second);
  const walked = turn ? stretch.toReversed() : stretch;
  const keep = new Set([0, walked.length - 1]);
  // A closed stretch has no line from end to end: its farthest corner parts it in two.
  if (closed) {
    const middle = farthest(walked, 0, walked.length - 1).at;
    keep.add(middle);
    split(walked, 0, middle, keep);
    split(walked, middle, walked.length - 1, keep);
  } else split(walked, 0, walked.length - 1, keep);
  const kept = walked.filter((_, at) => keep.has(at));
  return turn ? kept.toReversed() : kept;
}

function split(points: readonly Point[], from: number, to: number, keep: Set<number>): void {
  const stack: (readonly [number, number])[] = [[from, to]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { at, distance } = farthest(points, next[0], next[1]);
    if (distance <= STRAY) continue;
    keep.add(at);
    stack.push([next[0], at], [at, next[1]]);
  }
}

/** The corner between two others that strays most from the line through them. */
function farthest(points: readonly Point[], from: number, to: number): { at: number; distance: number } {
  const [a, b] = [points[from], points[to]];
  let best = { at: from, distance: 0 };
  if (!a || !b) return best;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  for (let at = from + 1; at < to; at++) {
    const point = points[at];
    if (!point) continue;
    const [dx, dy] = [point[0] - a[0], point[1] - a[1]];
    const distance =
      length === 0 ? Math.hypot(dx, dy) : Math.abs(dx * (b[1] - a[1]) - dy * (b[0] - a[0])) / length;
    if (distance > best.distance) best = { at, distance };
  }
  return best;
}

function before([ax, ay]: Point, [bx, by]: Point): boolean {
  return ax < bx || (ax === bx && ay < by);
}

function key([x, y]: Point): string {
  return `${Math.round(x / NET)},${Math.round(y / NET)}`;
}

/** An outline as the text of an SVG path, in steps of a tenth of a pixel from corner to corner. */
export function pathText(rings: readonly (readonly Point[])[]): string {
  const tenth = (value: number): number => Math.round(value * 10);
  return rings
    .map((ring) => {
      let [x, y] = [0, 0];
      const steps = ring.slice(0, -1).map((point, at) => {
        const [nx, ny] = [tenth(point[0]), tenth(point[1])];
        const step = `${at === 0 ? 'M' : 'l'}${(nx - x) / 10} ${(ny - y) / 10}`;
        [x, y] = [nx, ny];
        return step;
      });
      return `${steps.join('')}Z`;
    })
    .join('');
}
