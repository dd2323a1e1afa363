import type { Point } from './shapefile.ts';

/**
 * Rings of one shape as GeoJSON coordinates: each outer ring with the holes that lie in it. In a shapefile outer rings run clockwise and holes
 * the other way.
 */
export function polygonsOf(rings: readonly (readonly Point[])[]): readonly (readonly (readonly Point[])[])[] {
  const outers = rings.filter((ring) => area(ring) < 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => area(ring) >= 0)) {
    const [at] = hole;
    const home = outers.find(([outer]) => at !== undefined && outer !== undefined && holds(outer, at));
    // A hole in nothing is an outer ring drawn the wrong way round.
    if (home) home.push(hole);
    else outers.push([hole.toReversed()]);
  }
  return outers;
}

/** Twice the signed area: negative for a ring that runs clockwise. */
function area(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** Whether a point lies in a ring, by the number of edges that a ray to the right crosses. */
function holds(ring: readonly Point[], [x, y]: Point): boolean {
  return ring.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}
