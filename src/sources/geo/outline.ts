import type { MultiPolygon, Polygon, Position } from 'geojson';

/** The outline of an area: rings in longitude and latitude (WGS84, degrees); holes are rings like the others (even-odd rule). */
export interface Outline {
  readonly area: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** All rings of an outline, of islands and holes alike. */
export function ringsOf({ geometry }: Pick<Outline, 'geometry'>): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
