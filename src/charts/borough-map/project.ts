import type { MapOutline, Place } from './input.ts';

/** A point of the picture, in pixels. */
export type Point = readonly [x: number, y: number];

export interface ProjectedOutline {
  readonly name: string;
  readonly rings: readonly (readonly Point[])[];
}

/**
 * Outlines fitted to a width, north up: longitude is shortened by the cosine of the middle latitude (the equirectangular projection), which
 * is true to a third of a per cent over an area of London's size. Rings with what is no place are left out.
 */
export function projected(
  outlines: readonly MapOutline[],
  width: number,
  mostHeight: number,
): { readonly outlines: readonly ProjectedOutline[]; readonly height: number } {
  const sound = outlines.map(({ name, rings }) => ({
    name,
    rings: rings.filter((ring) => ring.length >= 4 && ring.every(isPlace)),
  }));
  const places = sound.flatMap(({ rings }) => rings.flat());
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [longitude, latitude] of places) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const shorter = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [(east - west) * shorter, north - south];
  if (!(wide > 0 && high > 0)) return { outlines: [], height: 0 };
  const scale = Math.min((width - 4) / wide, mostHeight / high);
  const left = (width - wide * scale) / 2;
  return {
    outlines: sound.map(({ name, rings }) => ({
      name,
      rings: rings.map((ring) =>
        ring.map(([longitude, latitude]): Point => [
          left + (longitude - west) * shorter * scale,
          2 + (north - latitude) * scale,
        ]),
      ),
    })),
    height: high * scale + 4,
  };
}

function isPlace([longitude, latitude]: Place): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) < 90;
}
