import { z } from 'zod';
import { BadInputError } from '../../foundation/errors.ts';

const collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).optional(),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.record(z.string(), z.unknown()),
      geometry: z.unknown(),
    }),
  ),
});

export type Feature = z.output<typeof collection>['features'][number];

/** Names of coordinate systems that mean longitude and latitude in WGS84 (RFC 7946 allows no other; older files name one). */
const WGS84 = /CRS84|EPSG:{1,2}4326/;

/**
 * Reads a GeoJSON feature collection.
 * @throws BadInputError for text that is none, or whose coordinates are not longitude and latitude
 */
export function parseFeatures(text: string, file: string): readonly Feature[] {
  const result = collection.safeParse(parseJson(text, file));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new BadInputError(
      `not a GeoJSON feature collection (${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unlike one'})`,
      { file },
      'Export it again as GeoJSON.',
    );
  }
  const system = result.data.crs?.properties.name;
  if (system !== undefined && !WGS84.test(system)) {
    throw new BadInputError(
      `its coordinates are in ${system}`,
      { file },
      'Export it again in WGS84 (longitude and latitude).',
    );
  }
  return result.data.features;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInputError('the JSON is cut short or damaged', { file }, 'Download the file again.', {
      cause: error,
    });
  }
}
