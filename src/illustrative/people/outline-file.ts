import type { FileSet } from '../output/file-set.ts';
import { MARK } from '../output/mark.ts';
import type { Place } from '../world/places.ts';
import { rectangleOf } from '../world/tiles.ts';

/** Outlines of the boroughs, as GeoJSON: equal rectangles, which nobody will take for the real ones. @param codeOf official codes by name */
export function writeOutlines(
  files: FileSet,
  boroughs: readonly Place[],
  codeOf: (name: string) => string,
): void {
  const features = boroughs.map((borough) => {
    const [west, south, east, north] = rectangleOf(borough).map((degrees) => Number(degrees.toFixed(6)));
    return JSON.stringify({
      type: 'Feature',
      properties: { name: borough.name, code: codeOf(borough.name), area_hectares: 4600, note: MARK },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    });
  });
  const file = files.open(
    'boundaries/london-boroughs.geojson',
    '{"type": "FeatureCollection", "features": [',
  );
  for (const [index, feature] of features.entries())
    file.line(`${feature}${index === features.length - 1 ? '' : ','}`);
  file.line(']}');
  file.close();
}
