/** A corner of an area: degrees. */
export interface Corner {
  readonly latitude: number;
  readonly longitude: number;
}

type Axis = keyof Corner;

/**
 * An area cut in two through the middle of its longer side. Together the halves are the whole; a corner on the cut is in both, and
 * so is a crime there. (Sutherland and Hodgman's clipping against a line; what bends back is joined along the cut, which changes no area.)
 */
export function splitArea(area: readonly Corner[]): readonly [readonly Corner[], readonly Corner[]] {
  const axis: Axis = span(area, 'latitude') >= span(area, 'longitude') ? 'latitude' : 'longitude';
  const values = area.map((corner) => corner[axis]);
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  return [side(area, axis, middle, 1), side(area, axis, middle, -1)];
}

/** The part of an area on one side of a line; `direction` 1 keeps what lies below it. */
function side(area: readonly Corner[], axis: Axis, at: number, direction: 1 | -1): readonly Corner[] {
  const inside = (corner: Corner): boolean => (at - corner[axis]) * direction >= 0;
  return area.flatMap((corner, index) => {
    const before = area.at(index - 1) ?? corner;
    if (inside(before) === inside(corner)) return inside(corner) ? [corner] : [];
    const crossing = between(before, corner, axis, at);
    return inside(corner) ? [crossing, corner] : [crossing];
  });
}

function between(a: Corner, b: Corner, axis: Axis, at: number): Corner {
  const share = (at - a[axis]) / (b[axis] - a[axis]);
  const crossing = {
    latitude: a.latitude + (b.latitude - a.latitude) * share,
    longitude: a.longitude + (b.longitude - a.longitude) * share,
  };
  return { ...crossing, [axis]: at };
}

function span(area: readonly Corner[], axis: Axis): number {
  const values = area.map((corner) => corner[axis]);
  return Math.max(...values) - Math.min(...values);
}
