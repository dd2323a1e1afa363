import type { Outline } from '../geo/outline.ts';
import { PlaceIndex } from '../geo/place-index.ts';

/** A ward's outline, with what is said of it. */
export interface WardOutline extends Pick<Outline, 'geometry'> {
  readonly code: string;
  readonly name: string;
  /** Canonical name of its borough; null where its file does not say. */
  readonly borough: string | null;
}

/** Where points lie. Numbers count from one into `boroughs` and `wards` of the book; 0 is nowhere. */
export interface PlacedPoints {
  readonly borough: Int32Array;
  readonly ward: Int32Array;
  readonly onBorder: Uint8Array;
  /** In a borough, but in a ward of another one. */
  readonly wardElsewhere: Uint8Array;
}

/**
 * Places points in boroughs and wards. A ward is part of its borough: where a point lies in the outline of one borough and in a ward of
 * another (drawn with unlike care), the borough stands and no ward is given. Where no outline of a borough holds a
 * point, its ward tells the borough.
 */
export class PlaceBook {
  /** Releases that the outlines are from. */
  readonly releases: readonly string[];
  readonly boroughs: readonly string[];
  /** Names that are unlike each other: a name that two boroughs share carries its borough, "Abbey (Merton)". */
  readonly wards: readonly { readonly label: string; readonly code: string }[];
  /** The rectangle about all outlines: west, south, east, north. */
  readonly box: readonly [number, number, number, number];
  readonly #boroughs: PlaceIndex;
  readonly #wards: PlaceIndex;
  /** Number of the borough of each ward, from one; 0 where unknown. */
  readonly #parent: Int32Array;

  constructor(boroughs: readonly Outline[], wards: readonly WardOutline[], releases: readonly string[]) {
    this.releases = releases;
    this.#boroughs = new PlaceIndex(boroughs);
    this.#wards = new PlaceIndex(wards.map(({ code, geometry }) => ({ area: code, geometry })));
    const [b, w] = [this.#boroughs.box, this.#wards.box];
    this.box = [Math.min(b[0], w[0]), Math.min(b[1], w[1]), Math.max(b[2], w[2]), Math.max(b[3], w[3])];
    const known = [...this.#boroughs.areas];
    for (const { borough } of wards) if (borough !== null && !known.includes(borough)) known.push(borough);
    this.boroughs = known;
    const byCode = new Map(wards.map((ward) => [ward.code, ward]));
    const named = Map.groupBy(wards, ({ name }) => name);
    this.wards = this.#wards.areas.map((code) => {
      const { name = code, borough = null } = byCode.get(code) ?? {};
      const alone = (named.get(name)?.length ?? 0) < 2;
      return { code, label: alone ? name : `${name} (${borough ?? code})` };
    });
    this.#parent = Int32Array.from(
      this.#wards.areas,
      (code) => known.indexOf(byCode.get(code)?.borough ?? '') + 1,
    );
  }

  /** Places points given as columns of one length: longitude and latitude in degrees, WGS84. */
  place(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): PlacedPoints {
    const boroughs = this.#boroughs.locate(longitudes, latitudes);
    const wards = this.#wards.locate(longitudes, latitudes);
    const count = boroughs.area.length;
    const placed = {
      borough: new Int32Array(count),
      ward: new Int32Array(count),
      onBorder: new Uint8Array(count),
      wardElsewhere: new Uint8Array(count),
    };
    for (let at = 0; at < count; at++) {
      const borough = (boroughs.area[at] ?? -1) + 1;
      const ward = (wards.area[at] ?? -1) + 1;
      const parent = ward === 0 ? 0 : (this.#parent[ward - 1] ?? 0);
      const elsewhere = borough > 0 && parent > 0 && parent !== borough;
      placed.borough[at] = borough === 0 ? parent : borough;
      placed.ward[at] = elsewhere ? 0 : ward;
      placed.wardElsewhere[at] = elsewhere ? 1 : 0;
      placed.onBorder[at] = (boroughs.onBorder[at] ?? 0) | (wards.onBorder[at] ?? 0);
    }
    return placed;
  }
}
