import { z } from 'zod';
import { RowFault } from '../table/row-fault.ts';

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number());
const ring = z.array(position).min(4).refine(isClosed, 'a ring does not end where it begins');
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) });
const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).min(1)).min(1),
});
const geometry = z.discriminatedUnion('type', [polygon, multiPolygon]);

function isClosed(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/**
 * The text of an outline as GeoJSON geometry, two-dimensional.
 * @throws RowFault for anything but a closed Polygon or MultiPolygon in longitude and latitude
 */
export function geometryText(value: unknown): string {
  const result = geometry.safeParse(value);
  if (!result.success) {
    throw new RowFault(
      'geometry',
      `not an outline in longitude and latitude: ${result.error.issues[0]?.message ?? 'unlike one'}`,
    );
  }
  const { data } = result;
  const flat = (points: readonly (readonly number[])[]): number[][] => points.map(([x = 0, y = 0]) => [x, y]);
  const coordinates =
    data.type === 'Polygon' ? data.coordinates.map(flat) : data.coordinates.map((part) => part.map(flat));
  return JSON.stringify({ type: data.type, coordinates });
}
