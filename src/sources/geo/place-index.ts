import { IN, ON_BORDER } from './band-edges.ts';
import { edgeTable } from './edge-table.ts';
import type { Outline } from './outline.ts';
import { PlaceGrid } from './place-grid.ts';

/** What `locate` answers for a point outside every area. */
export const OUTSIDE = -1;

/** Where many points lie: the number of an area (see `areas`) or OUTSIDE; and whether exactly on a border. */
export interface Located {
  readonly area: Int32Array;
  readonly onBorder: Uint8Array;
}

/**
 * Says in which area a point lies. Longitude and latitude are taken as plane coordinates, which is exact enough for outlines of cities
 * and counties. A cell of a grid that no outline crosses is answered at once; elsewhere only edges of the point's own
 * horizontal band are looked at.
 *
 * Areas are ordered by name, so that the answer does not hang on the order of a file. A point exactly on a border belongs to the area to
 * its east, or to its north where the border runs due east and west; on the outer edge of all areas, to the area that it touches.
 * Where outlines overlap, the first by name wins.
 */
export class PlaceIndex {
  readonly areas: readonly string[];
  /** The rectangle about all outlines: west, south, east, north. Turned inside out (Infinity first) where there are none. */
  readonly box: readonly [number, number, number, number];
  readonly #grid: PlaceGrid;

  constructor(outlines: readonly Outline[]) {
    const sorted = outlines.toSorted((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0));
    this.areas = sorted.map(({ area }) => area);
    const edges = edgeTable(sorted);
    this.box = [edges.west, edges.south, edges.east, edges.north];
    this.#grid = new PlaceGrid(edges, sorted.length);
  }

  /** The area that a point lies in, or null outside all of them and for what is no number. Degrees, WGS84. */
  areaOf(longitude: number, latitude: number): string | null {
    return this.areas[this.#find(longitude, latitude) >> 1] ?? null;
  }

  /** Places many points, given as columns of one length. */
  locate(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Located {
    const count = Math.min(longitudes.length, latitudes.length);
    const area = new Int32Array(count);
    const onBorder = new Uint8Array(count);
    for (let index = 0; index < count; index++) {
      const found = this.#find(longitudes[index] ?? Number.NaN, latitudes[index] ?? Number.NaN);
      area[index] = found >> 1;
      onBorder[index] = found & 1;
    }
    return { area, onBorder };
  }

  /** Area number times two, plus one on a border; OUTSIDE times two. */
  #find(x: number, y: number): number {
    const grid = this.#grid;
    const row = grid.row(y);
    const column = grid.column(x);
    // Written so that NaN fails too.
    if (!(row >= 0 && row < grid.rows && column >= 0 && column < grid.columns)) return OUTSIDE * 2;
    const cell = row * grid.columns + column;
    const last = grid.start[cell + 1] ?? 0;
    let touched = OUTSIDE;
    for (let at = grid.start[cell] ?? 0; at < last; at++) {
      const mark = grid.list[at] ?? 0;
      const outline = mark >> 1;
      if ((mark & 1) === 1) return outline * 2 + (touched === OUTSIDE ? 0 : 1);
      const answer = grid.bands.test(outline, row, x, y);
      const border = (answer & ON_BORDER) === 0 ? 0 : 1;
      if ((answer & IN) === IN) return outline * 2 + (border === 1 || touched !== OUTSIDE ? 1 : 0);
      if (border === 1 && touched === OUTSIDE) touched = outline;
    }
    return touched === OUTSIDE ? OUTSIDE * 2 : touched * 2 + 1;
  }
}
