import type { Position } from 'geojson';
import { seededRandom } from '../../src/statistics/index.ts';

/** An area of a made-up city: its ring, and (for a ward) the borough that it is part of. */
interface MadeUpArea {
  readonly code: string;
  readonly name: string;
  readonly borough: string;
  readonly ring: Position[];
}

/**
 * A city about London's size and place, of `side` × `side` wards with crooked borders of `corners` corners a side, and of boroughs of
 * some wards each. Neighbours share the very same corners, as published outlines do.
 */
export function madeUpCity(
  side: number,
  corners: number,
  names: readonly string[],
): { readonly wards: MadeUpArea[]; readonly boroughs: MadeUpArea[] } {
  const ringOf = crookedNet(side, corners);
  const blocks = Math.floor(Math.sqrt(names.length));
  const cut = (block: number): number => Math.round((block * side) / blocks);
  const boroughs = Array.from({ length: blocks * blocks }, (_, index) => {
    const [column, row] = [index % blocks, Math.floor(index / blocks)];
    const ring = ringOf(cut(column), cut(row), cut(column + 1), cut(row + 1));
    const name = names[index] ?? '';
    return { code: `E09${String(index).padStart(6, '0')}`, name, borough: name, ring };
  });
  const blockOf = (at: number): number =>
    Array.from({ length: blocks }, (_, block) => block).findLast((block) => cut(block) <= at) ?? 0;
  const wards = Array.from({ length: side * side }, (_, index) => {
    const [column, row] = [index % side, Math.floor(index / side)];
    const borough = boroughs[blockOf(row) * blocks + blockOf(column)]?.name ?? '';
    const ring = ringOf(column, row, column + 1, row + 1);
    return { code: `E05${String(index).padStart(6, '0')}`, name: `Ward ${index}`, borough, ring };
  });
  return { wards, boroughs };
}

/** Rings of rectangles of a net whose lines are crooked between its crossings; the rim is straight. */
function crookedNet(
  side: number,
  corners: number,
): (west: number, south: number, east: number, north: number) => Position[] {
  const random = seededRandom(11);
  const lines = (): number[][] =>
    Array.from({ length: side + 1 }, () =>
      Array.from({ length: side * corners + 1 }, () => (random.uniform() - 0.5) * 0.3),
    );
  const [across, up] = [lines(), lines()];
  const push = (pushes: readonly number[][], line: number, at: number): number =>
    line === 0 || line === side || at % corners === 0 ? 0 : (pushes[line]?.[at] ?? 0);
  const position = (x: number, y: number): Position => [-0.5 + (x / side) * 0.84, 51.28 + (y / side) * 0.4];
  const run = (from: number, to: number, of: (at: number) => Position): Position[] =>
    Array.from({ length: (to - from) * corners + 1 }, (_, step) => of(from * corners + step));
  const along = (row: number, from: number, to: number): Position[] =>
    run(from, to, (at) => position(at / corners, row + push(across, row, at)));
  const upwards = (column: number, from: number, to: number): Position[] =>
    run(from, to, (at) => position(column + push(up, column, at), at / corners));
  return (west, south, east, north) => [
    ...along(south, west, east).slice(0, -1),
    ...upwards(east, south, north).slice(0, -1),
    ...along(north, west, east).toReversed().slice(0, -1),
    ...upwards(west, south, north).toReversed(),
  ];
}
