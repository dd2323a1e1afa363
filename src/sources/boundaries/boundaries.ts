import type { AreaType } from '../../areas/index.ts';
import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed } from '../table/cells.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';
import { parseFeatures, type Feature } from './geojson.ts';
import { geometryText } from './geometry.ts';

/** One published layout of boundaries as GeoJSON: which properties name an area. */
interface Layout {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
  readonly looksLike: string;
  /** Property names that together tell this layout from the others. */
  readonly properties: readonly string[];
  /** A value that a property must have as well. */
  readonly where?: readonly [property: string, value: string];
  readonly name: string;
  readonly code: string;
  readonly areaType: 'borough' | 'force' | 'authority';
  /** The year that the property names carry (LAD13NM); null where nothing says it. */
  readonly year: number | null;
}

const LAYOUTS: readonly Layout[] = [
  {
    id: 'gla-borough-boundaries',
    title: 'London borough boundaries, generalised',
    publisher: 'Greater London Authority; contains OS data © Crown copyright and database right',
    address: 'https://data.london.gov.uk/dataset/statistical-gis-boundary-files-london',
    looksLike:
      'GeoJSON with the properties id, name, code, area_hectares, inner_statistical (33 boroughs, with the City)',
    properties: ['name', 'code', 'area_hectares'],
    name: 'name',
    code: 'code',
    areaType: 'borough',
    year: null,
  },
  {
    id: 'ons-borough-boundaries-2013',
    title: 'Local authority districts, December 2013: London boroughs without the City',
    publisher: 'Office for National Statistics; contains OS data © Crown copyright and database right',
    address: 'https://geoportal.statistics.gov.uk/',
    looksLike: 'GeoJSON with the properties LAD13CD, LAD13CDO, LAD13NM, LAD13NMW',
    properties: ['LAD13CD', 'LAD13NM'],
    name: 'LAD13NM',
    code: 'LAD13CD',
    areaType: 'borough',
    year: 2013,
  },
  {
    id: 'force-boundaries',
    title: 'Police force areas of England and Wales, generalised',
    publisher:
      'mySociety, from Office for National Statistics; contains OS data © Crown copyright and database right',
    address: 'https://geoportal.statistics.gov.uk/',
    looksLike: 'GeoJSON with the properties id (E23…, W15…), name, type "pfa"',
    properties: ['id', 'name', 'type'],
    where: ['type', 'pfa'],
    name: 'name',
    code: 'id',
    areaType: 'force',
    year: null,
  },
  {
    id: 'authority-boundaries',
    title: 'Local authorities of England and Wales, generalised',
    publisher:
      'mySociety, from Office for National Statistics; contains OS data © Crown copyright and database right',
    address: 'https://geoportal.statistics.gov.uk/',
    looksLike: 'GeoJSON with the properties id (E06… to E09…, W06…), name, type "lad"',
    properties: ['id', 'name', 'type'],
    where: ['type', 'lad'],
    name: 'name',
    code: 'id',
    areaType: 'authority',
    year: null,
  },
];

/** Boundaries of boroughs, forces and authorities: a source for each layout, so that a reader may choose one and not draw two. */
export const boundarySources: readonly RowsSource[] = LAYOUTS.map((layout) => ({
  kind: 'rows',
  id: layout.id,
  table: 'boundary',
  title: layout.title,
  publisher: layout.publisher,
  licence: 'Open Government Licence v3.0',
  address: layout.address,
  looksLike: layout.looksLike,
  recognises: (sample) => isLayout(layout, sample),
  read: (file, context) => readBoundaries(layout, file, context),
}));

function isLayout({ properties, where }: Layout, { format, head }: Sample): boolean {
  if (format !== 'json' || head === null || !/"type"\s*:\s*"FeatureCollection"/.test(head)) return false;
  // The first properties object of the file; none of these layouts nests one within it.
  const first = /"properties"\s*:\s*(\{[^{}]*"[^{}]*\})/.exec(
    head.replace(/"crs"\s*:\s*\{[^{}]*\{[^{}]*\}\s*\}/, ''),
  )?.[1];
  if (first === undefined) return false;
  const has = (name: string): boolean => new RegExp(`"${name}"\\s*:`).test(first);
  return (
    properties.every(has) &&
    (where === undefined || new RegExp(`"${where[0]}"\\s*:\\s*"${where[1]}"`).test(first))
  );
}

async function readBoundaries(layout: Layout, file: InputFile, context: SourceContext): Promise<RowsRead> {
  const features = parseFeatures(await file.text(), file.path);
  if (features.length === 0)
    throw new BadInputError(
      'no rows: the file holds no feature',
      { file: file.path },
      'Download the file again.',
    );
  const tally = new Tally();
  for (const [index, feature] of features.entries()) {
    const name = feature.properties[layout.name];
    const said = typeof name === 'string' ? name : `feature ${index + 1}`;
    tally.record({ line: index + 1, cells: [said] }, () => {
      const area = areaOf(layout, feature, context);
      const geometry = geometryText(feature.geometry);
      if (!tally.isNew([area.code], geometry, index + 1, layout.name)) return [];
      return [{ year: layout.year, area: area.name, area_type: layout.areaType, code: area.code, geometry }];
    });
  }
  if (tally.rejects.length > 0) tally.warn('the line of a reject is the number of the feature in the file');
  return tally.finish({ scope: layout.id, force: null, warnings: [] });
}

function areaOf(
  layout: Layout,
  { properties }: Feature,
  { areas }: SourceContext,
): { name: string; code: string } {
  const name = properties[layout.name];
  const code = properties[layout.code];
  if (typeof name !== 'string' || name.trim() === '')
    throw new RowFault(layout.name, 'the feature has no name');
  if (typeof code !== 'string' || code.trim() === '')
    throw new RowFault(layout.code, `"${name}" has no code`);
  const types: readonly AreaType[] = layout.areaType === 'force' ? ['force'] : ['borough'];
  const known = areas.byCode(code);
  if (layout.areaType === 'authority' && !known) return { name: name.trim(), code };
  const named = areaNamed(areas, name, types, layout.name);
  if (known && known !== named)
    throw new RowFault(layout.code, `the code ${code} is that of ${known.name}, but the name is "${name}"`);
  return { name: named.name, code };
}
