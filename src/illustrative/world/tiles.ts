import type { Random } from '../../statistics/index.ts';
import type { Place } from './places.ts';

/** A London of equal rectangles, in degrees: north-west corner, size of a rectangle. */
const WEST = -0.6;
const NORTH = 51.75;
const WIDTH = 0.1;
const HEIGHT = 0.06;
/** Places outside London lie further north, one beneath the other's corner: nothing depends on where. */
const ELSEWHERE = { west: -2, north: 53.5 };

/** The rectangle of a place: west, south, east and north, in degrees. */
export function rectangleOf({ tile }: Pick<Place, 'tile'>): readonly [number, number, number, number] {
  const [west, north] =
    tile === null ? [ELSEWHERE.west, ELSEWHERE.north] : [WEST + tile[1] * WIDTH, NORTH - tile[0] * HEIGHT];
  return [west, north - HEIGHT, west + WIDTH, north];
}

/** A point within a place's rectangle, off its edges: "longitude,latitude" with six digits. */
export function pointIn(
  random: Random,
  place: Pick<Place, 'tile'>,
): readonly [longitude: string, latitude: string] {
  const [west, south, east, north] = rectangleOf(place);
  const between = (from: number, to: number): string =>
    (from + (0.02 + 0.96 * random.uniform()) * (to - from)).toFixed(6);
  return [between(west, east), between(south, north)];
}
