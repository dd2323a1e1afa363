import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { Tally } from '../table/tally.ts';
import { parseFeatures } from './geojson.ts';
import { geometryText } from './geometry.ts';
import { outlineRow } from './named-outline.ts';
import { topoFeatures } from './topojson.ts';

const ONS = {
  kind: 'rows',
  table: 'boundary',
  publisher: 'Office for National Statistics; contains OS data © Crown copyright and database right',
  licence: 'Open Government Licence v3.0',
  address: 'https://geoportal.statistics.gov.uk/',
} as const;

const WARD_PROPERTIES = /"(WD\d{2}CD|wd\d{2}cd)"\s*:|"GSS_CODE"\s*:\s*"[EW]05/;

/** Wards as GeoJSON: of the whole country, or a file for each authority. */
export const wardGeojson: RowsSource = {
  ...ONS,
  id: 'ward-boundaries',
  title: 'Electoral wards (GeoJSON)',
  looksLike:
    'GeoJSON with the properties WD22CD, WD22NM and mostly LAD22CD, LAD22NM (ONS), or GSS_CODE, NAME, DISTRICT, LAGSSCODE (GLA)',
  recognises: ({ format, head }) =>
    format === 'json' &&
    head !== null &&
    /"type"\s*:\s*"FeatureCollection"/.test(head) &&
    WARD_PROPERTIES.test(head),
  read: async (file, context) =>
    readWards('ward-boundaries', parseFeatures(await file.text(), file.path), file, context),
};

/** Wards as TopoJSON: each border is stored once for the two wards that share it. */
export const wardTopojson: RowsSource = {
  ...ONS,
  id: 'ward-boundaries-topojson',
  title: 'Electoral wards (TopoJSON)',
  looksLike: 'TopoJSON with the properties WD13CD, WD13NM',
  recognises: ({ format, head }) =>
    format === 'json' &&
    head !== null &&
    /^\s*\{\s*"type"\s*:\s*"Topology"/.test(head) &&
    WARD_PROPERTIES.test(head),
  read: async (file, context) =>
    readWards('ward-boundaries-topojson', topoFeatures(await file.text(), file.path), file, context),
};

async function readWards(
  id: string,
  features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry?: unknown;
  }[],
  file: InputFile,
  { areas }: SourceContext,
): Promise<RowsRead> {
  if (features.length === 0)
    throw new BadInputError(
      'no rows: the file holds no ward',
      { file: file.path },
      'Download the file again.',
    );
  const tally = new Tally();
  const found: { year: unknown; parents: Set<unknown> } = { year: null, parents: new Set() };
  for (const [index, { properties, geometry }] of features.entries()) {
    tally.record({ line: index + 1, cells: Object.values(properties).map(String).slice(0, 3) }, () => {
      const row = outlineRow('ward', properties, geometryText(geometry), areas);
      if (!tally.isNew([String(row['code'])], String(row['geometry']), index + 1, 'code')) return [];
      found.year = row['year'];
      found.parents.add(row['parent']);
      return [row];
    });
  }
  if (tally.rejects.length > 0) tally.warn('the line of a reject is the number of the feature in the file');
  if (found.parents.has(null))
    tally.warn(
      'the file does not say which borough each ward is part of: points are placed in wards by their outlines alone',
    );
  // A file of one authority is no vintage of the file of another.
  const [only] = found.parents;
  const of =
    found.parents.size === 1 && typeof only === 'string' ? only : `${found.parents.size} authorities`;
  return tally.finish({
    scope: `${id}/${typeof found.year === 'number' ? found.year : ''}/${of}`,
    force: null,
    warnings: [],
  });
}
