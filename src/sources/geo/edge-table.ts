import type { Outline } from './outline.ts';
import { ringsOf } from './outline.ts';

/** The edges of many outlines as columns, outline after outline. Each runs upwards (y1 ≤ y2), whichever way it was drawn. */
export interface EdgeTable {
  /** Four numbers an edge: x1, y1, x2, y2. */
  readonly ends: Float64Array;
  /** Outline number of each edge. */
  readonly owner: Int32Array;
  readonly count: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Lays outlines out as edges. An edge that two areas share becomes the same four numbers for both, so that both answer a point
 * near it by the very same arithmetic and no point falls between them. Edges of no length are left out.
 */
export function edgeTable(outlines: readonly Outline[]): EdgeTable {
  const most = outlines.flatMap(ringsOf).reduce((sum, ring) => sum + ring.length, 0);
  const ends = new Float64Array(most * 4);
  const owner = new Int32Array(most);
  let count = 0;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [index, outline] of outlines.entries()) {
    for (const ring of ringsOf(outline)) {
      for (let at = 1; at < ring.length; at++) {
        const [ax = Number.NaN, ay = Number.NaN] = ring[at - 1] ?? [];
        const [bx = Number.NaN, by = Number.NaN] = ring[at] ?? [];
        if (ax === bx && ay === by) continue;
        const upwards = ay < by || (ay === by && ax < bx);
        ends.set(upwards ? [ax, ay, bx, by] : [bx, by, ax, ay], count * 4);
        owner[count] = index;
        count += 1;
        west = Math.min(west, ax, bx);
        east = Math.max(east, ax, bx);
        south = Math.min(south, ay, by);
        north = Math.max(north, ay, by);
      }
    }
  }
  return { ends, owner, count, west, south, east, north };
}
