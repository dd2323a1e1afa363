import type { MultiPolygon, Polygon } from 'geojson';
import type { MapOutline } from '../../../charts/index.ts';
import type { EvidenceContext } from '../../../evidence/index.ts';
import { fullest } from '../../../sources/places/fullest.ts';

/** The outlines of boroughs by which points are placed, to be drawn; none when none are held. */
export async function boroughOutlines({ lake, areas }: EvidenceContext): Promise<readonly MapOutline[]> {
  const engine = await lake.engine();
  const { rows } = await engine.query(
    `SELECT source, year, area, code, geometry FROM boundary_current WHERE area_type IN ('borough', 'authority')`,
  );
  const boroughs = new Set(areas.list('borough').map(({ name }) => name));
  const held = rows
    .map((row) => ({
      source: String(row['source']),
      year: typeof row['year'] === 'number' ? row['year'] : null,
      area: String(row['area']),
      code: String(row['code']),
      geometry: String(row['geometry']),
    }))
    .filter(({ area }) => boroughs.has(area));
  return fullest(held).map(({ area, geometry }) => ({ name: area, rings: ringsOf(geometry) }));
}

function ringsOf(text: string): MapOutline['rings'] {
  const geometry = JSON.parse(text) as Polygon | MultiPolygon;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude, latitude] as const));
}
