import type { MultiPolygon, Polygon, Position } from 'geojson';

export interface Outline {
  readonly area: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** Cells of about 220 m by 140 m at London's latitude: small enough that few of them are crossed by an outline. */
const CELL = 0.002;

interface Shape {
  readonly area: string;
  readonly rings: readonly (readonly Position[])[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/**
 * Says in which area a point lies. Longitude and latitude are taken as plane coordinates, which is exact enough
 * for outlines of a city. A cell that no outline crosses is answered once for all its points; others by ray
 * casting (even-odd rule: holes count as outside). A point on a shared border belongs to the first area listed.
 */
export class OutlineIndex {
  readonly #shapes: readonly Shape[];
  readonly #crossed = new Set<number>();
  readonly #whole = new Map<number, string | null>();

  constructor(outlines: readonly Outline[]) {
    this.#shapes = outlines.map(shapeOf);
    for (const shape of this.#shapes) for (const ring of shape.rings) this.#markCrossed(ring);
  }

  /** The area that a point lies in, or null outside all of them. Degrees, WGS84. */
  areaOf(longitude: number, latitude: number): string | null {
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null;
    const cell = cellOf(longitude, latitude);
    if (this.#crossed.has(cell)) return this.#test(longitude, latitude);
    const known = this.#whole.get(cell);
    if (known !== undefined) return known;
    const area = this.#test(longitude, latitude);
    this.#whole.set(cell, area);
    return area;
  }

  #test(x: number, y: number): string | null {
    for (const shape of this.#shapes) {
      if (x < shape.west || x > shape.east || y < shape.south || y > shape.north) continue;
      if (shape.rings.filter((ring) => crossesOdd(ring, x, y)).length % 2 === 1) return shape.area;
    }
    return null;
  }

  /** Marks every cell that an edge may touch, by the edge's bounding box cut into short pieces. */
  #markCrossed(ring: readonly Position[]): void {
    for (let index = 1; index < ring.length; index++) {
      const [x1, y1] = xy(ring[index - 1]);
      const [x2, y2] = xy(ring[index]);
      const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / CELL));
      for (let piece = 0; piece < pieces; piece++) {
        const at = (share: number): readonly [number, number] => [
          x1 + (x2 - x1) * share,
          y1 + (y2 - y1) * share,
        ];
        this.#markBox(at(piece / pieces), at((piece + 1) / pieces));
      }
    }
  }

  #markBox([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): void {
    for (
      let column = Math.floor(Math.min(x1, x2) / CELL);
      column <= Math.floor(Math.max(x1, x2) / CELL);
      column++
    ) {
      for (let row = Math.floor(Math.min(y1, y2) / CELL); row <= Math.floor(Math.max(y1, y2) / CELL); row++) {
        this.#crossed.add(cellKey(column, row));
      }
    }
  }
}

function cellOf(longitude: number, latitude: number): number {
  return cellKey(Math.floor(longitude / CELL), Math.floor(latitude / CELL));
}

function cellKey(column: number, row: number): number {
  return (column + 200_000) * 400_000 + (row + 200_000);
}

function crossesOdd(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index++) {
    const [x1, y1] = xy(ring[index - 1]);
    const [x2, y2] = xy(ring[index]);
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function xy(position: Position | undefined): readonly [number, number] {
  return [position?.[0] ?? Number.NaN, position?.[1] ?? Number.NaN];
}

function shapeOf({ area, geometry }: Outline): Shape {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const shape = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const position of rings.flat()) {
    const [x, y] = xy(position);
    shape.west = Math.min(shape.west, x);
    shape.east = Math.max(shape.east, x);
    shape.south = Math.min(shape.south, y);
    shape.north = Math.max(shape.north, y);
  }
  return { area, rings, ...shape };
}
