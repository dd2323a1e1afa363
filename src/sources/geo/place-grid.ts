import { BandEdges, IN } from './band-edges.ts';
import type { EdgeTable } from './edge-table.ts';

/** Cells of about 140 m by 220 m at London's latitude: few of them are crossed by an outline. */
const FINEST = 0.002;
/** Wider areas (all of England and Wales) get coarser cells: so many at most. */
const MOST_CELLS = 250_000;

/**
 * The rectangle about all outlines, cut into cells. Each cell lists, in the order of outlines, those that may hold a point of it:
 * `outline * 2` where it must be tested, `outline * 2 + 1` where the cell lies wholly inside (nothing after it matters).
 */
export class PlaceGrid {
  readonly columns: number;
  readonly rows: number;
  readonly bands: BandEdges;
  readonly start: Int32Array;
  readonly list: Int32Array;
  readonly #edges: EdgeTable;
  readonly #size: number;

  constructor(edges: EdgeTable, outlines: number) {
    this.#edges = edges;
    const [width, height] = [Math.max(0, edges.east - edges.west), Math.max(0, edges.north - edges.south)];
    this.#size = Math.max(FINEST, Math.sqrt((width * height) / MOST_CELLS), Math.max(width, height) / 5000);
    this.columns = edges.count === 0 ? 0 : Math.floor(width / this.#size) + 1;
    this.rows = edges.count === 0 ? 0 : Math.floor(height / this.#size) + 1;
    this.bands = new BandEdges(edges, outlines, this.rows, (y) => this.row(y));
    const entries = this.#entriesOf(outlines);
    this.start = new Int32Array(this.columns * this.rows + 1);
    for (const { cells } of entries)
      for (const cell of cells) this.start[cell + 1] = (this.start[cell + 1] ?? 0) + 1;
    for (let cell = 1; cell < this.start.length; cell++)
      this.start[cell] = (this.start[cell] ?? 0) + (this.start[cell - 1] ?? 0);
    const next = this.start.slice();
    this.list = new Int32Array(this.start.at(-1) ?? 0);
    for (const { cells, marks } of entries) {
      for (const [index, cell] of cells.entries()) {
        const at = next[cell] ?? 0;
        this.list[at] = marks[index] ?? 0;
        next[cell] = at + 1;
      }
    }
  }

  row(y: number): number {
    return Math.floor((y - this.#edges.south) / this.#size);
  }

  column(x: number): number {
    return Math.floor((x - this.#edges.west) / this.#size);
  }

  /** For each outline the cells that it touches, each with its mark. */
  #entriesOf(outlines: number): { readonly cells: number[]; readonly marks: number[] }[] {
    const crossed = this.#crossedBy(outlines);
    return crossed.map((cells, outline) => {
      const sorted = [...cells].toSorted((a, b) => a - b);
      const entry = { cells: sorted.slice(), marks: sorted.map(() => outline * 2) };
      // Between two crossed cells of a row no edge passes: one point tells for all the cells of the gap.
      for (let at = 1; at < sorted.length; at++) {
        const [before, after] = [sorted[at - 1] ?? 0, sorted[at] ?? 0];
        const row = Math.floor(before / this.columns);
        if (after - before < 2 || Math.floor(after / this.columns) !== row) continue;
        const x = this.#edges.west + ((before % this.columns) + 1.5) * this.#size;
        const y = this.#edges.south + (row + 0.5) * this.#size;
        if ((this.bands.test(outline, row, x, y) & IN) === 0) continue;
        for (let cell = before + 1; cell < after; cell++) {
          entry.cells.push(cell);
          entry.marks.push(outline * 2 + 1);
        }
      }
      return entry;
    });
  }

  /** The cells that each outline's edges pass through, a hair's breadth about them included. */
  #crossedBy(outlines: number): Set<number>[] {
    const crossed = Array.from({ length: outlines }, () => new Set<number>());
    const { ends, owner, count, south } = this.#edges;
    const hair = this.#size * 1e-6;
    for (let edge = 0; edge < count; edge++) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.subarray(edge * 4, edge * 4 + 4);
      const cells = crossed[owner[edge] ?? 0];
      const last = Math.min(this.rows - 1, this.row(y2 + hair));
      for (let row = Math.max(0, this.row(y1 - hair)); row <= last; row++) {
        // The part of the edge that lies in this row, from its lower to its upper end.
        const from = y2 === y1 ? 0 : clamp((south + row * this.#size - y1) / (y2 - y1));
        const to = y2 === y1 ? 1 : clamp((south + (row + 1) * this.#size - y1) / (y2 - y1));
        const [a, b] = [x1 + (x2 - x1) * from, x1 + (x2 - x1) * to];
        const east = Math.min(this.columns - 1, this.column(Math.max(a, b) + hair));
        for (let column = Math.max(0, this.column(Math.min(a, b) - hair)); column <= east; column++)
          cells?.add(row * this.columns + column);
      }
    }
    return crossed;
  }
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}
