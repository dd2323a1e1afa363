import type { EdgeTable } from './edge-table.ts';

/** Where a point stands to one outline: inside or not, and (to be added) whether exactly on its border. */
const OUT = 0;
export const IN = 1;
export const ON_BORDER = 2;

/**
 * Edges by horizontal band and outline: a ray from a point to the east meets only edges of its own band. The edges of outline `k` in
 * band `r` are `list[start[r * outlines + k]]` and on, up to the next start.
 */
export class BandEdges {
  readonly #ends: Float64Array;
  readonly #start: Int32Array;
  readonly #list: Int32Array;
  readonly #outlines: number;

  constructor(edges: EdgeTable, outlines: number, bands: number, bandOf: (y: number) => number) {
    const { ends, owner, count } = edges;
    this.#ends = ends;
    this.#outlines = outlines;
    this.#start = new Int32Array(bands * outlines + 1);
    const each = (visit: (slot: number, edge: number) => void): void => {
      for (let edge = 0; edge < count; edge++) {
        const last = bandOf(ends[edge * 4 + 3] ?? 0);
        for (let band = bandOf(ends[edge * 4 + 1] ?? 0); band <= last; band++)
          visit(band * outlines + (owner[edge] ?? 0), edge);
      }
    };
    each((slot) => (this.#start[slot + 1] = (this.#start[slot + 1] ?? 0) + 1));
    for (let slot = 1; slot < this.#start.length; slot++)
      this.#start[slot] = (this.#start[slot] ?? 0) + (this.#start[slot - 1] ?? 0);
    const next = this.#start.slice();
    this.#list = new Int32Array(this.#start.at(-1) ?? 0);
    each((slot, edge) => {
      const at = next[slot] ?? 0;
      this.#list[at] = edge;
      next[slot] = at + 1;
    });
  }

  /**
   * Even-odd rule, half open: an edge holds its lower end and not its upper one, and a point exactly on an edge counts as east of it.
   * So a point on a border, or on a corner of many areas, is inside exactly one of areas that leave no gap.
   */
  test(outline: number, band: number, x: number, y: number): number {
    const slot = band * this.#outlines + outline;
    const last = this.#start[slot + 1] ?? 0;
    const ends = this.#ends;
    let inside = OUT;
    let border = OUT;
    for (let at = this.#start[slot] ?? 0; at < last; at++) {
      const edge = (this.#list[at] ?? 0) * 4;
      const y1 = ends[edge + 1] as number;
      const y2 = ends[edge + 3] as number;
      if (y < y1 || y > y2) continue;
      const x1 = ends[edge] as number;
      const x2 = ends[edge + 2] as number;
      // Above zero: the edge, running upwards, passes to the east of the point.
      const side = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
      if (side > 0 ? y < y2 : false) inside ^= IN;
      else if (side === 0 && (x1 < x2 ? x >= x1 && x <= x2 : x >= x2 && x <= x1)) border = ON_BORDER;
    }
    return inside | border;
  }
}
