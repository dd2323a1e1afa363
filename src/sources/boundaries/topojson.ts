import { z } from 'zod';
import { BadInputError } from '../../foundation/errors.ts';

const index = z.int();
const arcs = z.array(z.array(index));
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), arcs, properties: z.record(z.string(), z.unknown()) }),
  z.object({
    type: z.literal('MultiPolygon'),
    arcs: z.array(arcs),
    properties: z.record(z.string(), z.unknown()),
  }),
]);
const topology = z.object({
  type: z.literal('Topology'),
  transform: z.object({
    scale: z.tuple([z.number(), z.number()]),
    translate: z.tuple([z.number(), z.number()]),
  }),
  arcs: z.array(z.array(z.tuple([z.number(), z.number()], z.number()))),
  objects: z.record(
    z.string(),
    z.object({ type: z.literal('GeometryCollection'), geometries: z.array(geometry) }),
  ),
});

type Position = [number, number];

/**
 * Reads a quantised TopoJSON of polygons (TopoJSON format specification 1.0) into GeoJSON features.
 * @throws BadInputError for text that is none
 */
export function topoFeatures(
  text: string,
  file: string,
): readonly { readonly properties: Readonly<Record<string, unknown>>; readonly geometry: unknown }[] {
  const result = topology.safeParse(parseJson(text, file));
  if (!result.success) {
    const [issue] = result.error.issues;
    const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    throw new BadInputError(`not a TopoJSON of polygons${where}`, { file }, 'Export it again as GeoJSON.');
  }
  const { transform, objects } = result.data;
  const lines = result.data.arcs.map((arc) => decode(arc, transform));
  const ring = (indexes: readonly number[]): Position[] => joined(indexes, lines, file);
  return Object.values(objects).flatMap(({ geometries }) =>
    geometries.map((each) => ({
      properties: each.properties,
      geometry:
        each.type === 'Polygon'
          ? { type: each.type, coordinates: each.arcs.map(ring) }
          : { type: each.type, coordinates: each.arcs.map((polygon) => polygon.map(ring)) },
    })),
  );
}

/** Positions of an arc are differences, in steps of the transform. */
function decode(
  arc: readonly (readonly number[])[],
  { scale, translate }: { readonly scale: Position; readonly translate: Position },
): Position[] {
  let [x, y] = [0, 0];
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** Arcs end to end; a negative index (ones' complement) runs backwards, and each begins where the one before ended. */
function joined(indexes: readonly number[], lines: readonly Position[][], file: string): Position[] {
  return indexes.flatMap((index, order) => {
    const line = lines[index < 0 ? ~index : index];
    if (!line) throw new BadInputError(`it has no arc ${index}`, { file }, 'Download the file again.');
    const run = index < 0 ? line.toReversed() : line;
    return order === 0 ? run : run.slice(1);
  });
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
