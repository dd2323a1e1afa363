import { BadInputError } from '../../foundation/errors.ts';
import { isShapefile } from '../input/archives.ts';
import type { InputFile } from '../input/input-file.ts';
import { visitZip } from '../input/zip.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { Tally } from '../table/tally.ts';
import { geometryText } from './geometry.ts';
import { outlineRow, type OutlineType } from './named-outline.ts';
import { fromNationalGrid } from './national-grid.ts';
import { polygonsOf } from './rings.ts';
import { readShapes, type Point } from './shapefile.ts';

interface Layout {
  readonly id: string;
  readonly type: OutlineType;
  readonly title: string;
  readonly looksLike: string;
  /** How its files are called: the ZIP shows nothing else before it is read. */
  readonly called: RegExp;
}

const WARD = /(^|[^a-z])wd(_|\d|s?_)|ward/i;
const AUTHORITY = /(^|[^a-z])lad(_|\d)|borough|local_auth/i;

const LAYOUTS: readonly Layout[] = [
  {
    id: 'ons-force-boundaries',
    type: 'force',
    title: 'Police force areas of England and Wales, generalised (shapefile)',
    looksLike: 'ZIP with one .shp, .dbf and .prj; British National Grid; attributes pfa16cd and pfa16nm',
    called: /./,
  },
  {
    id: 'ward-boundaries-shapefile',
    type: 'ward',
    title: 'Electoral wards (shapefile)',
    looksLike:
      'ZIP with one .shp, .dbf and .prj whose name says "ward" or "WD"; attributes WD22CD, WD22NM, LAD22NM (ONS) or GSS_CODE, NAME, DISTRICT (GLA)',
    called: WARD,
  },
  {
    id: 'authority-boundaries-shapefile',
    type: 'authority',
    title: 'Local authorities or London boroughs (shapefile)',
    looksLike:
      'ZIP with one .shp, .dbf and .prj whose name says "LAD", "Borough" or "Local_Authority"; attributes LAD22CD, LAD22NM (ONS) or GSS_CODE, NAME (GLA)',
    called: AUTHORITY,
  },
];

/** Outlines as shapefiles in a ZIP, on the British National Grid or in longitude and latitude (WGS84). */
export const shapefileSources: readonly RowsSource[] = LAYOUTS.map((layout) => ({
  kind: 'rows',
  id: layout.id,
  table: 'boundary',
  title: layout.title,
  publisher: 'Office for National Statistics; contains OS data © Crown copyright and database right',
  licence: 'Open Government Licence v3.0',
  address: 'https://geoportal.statistics.gov.uk/',
  looksLike: layout.looksLike,
  recognises: ({ members }) =>
    members !== undefined && isShapefile(members) && typeOf(members[0] ?? '') === layout.type,
  read: (file, context) => readShapefile(layout, file, context),
}));

function typeOf(member: string): OutlineType {
  if (WARD.test(member)) return 'ward';
  return AUTHORITY.test(member) ? 'authority' : 'force';
}

async function readShapefile(
  { id, type }: Layout,
  file: InputFile,
  { areas }: SourceContext,
): Promise<RowsRead> {
  const parts = new Map<string, Buffer>();
  await visitZip(file.localPath, async (member) => {
    const kind = /\.(shp|dbf|prj)$/i.exec(member.name)?.[1];
    if (kind !== undefined) parts.set(kind.toLowerCase(), await member.read());
  });
  const [shp, dbf, prj] = [parts.get('shp'), parts.get('dbf'), parts.get('prj')?.toString('utf8') ?? ''];
  if (!shp || !dbf)
    throw new BadInputError(
      'the .shp or the .dbf part is missing',
      { file: file.path },
      'Download the ZIP again.',
    );
  const toDegrees = projectionOf(prj, file);
  const tally = new Tally();
  let year: unknown = null;
  for (const [index, { attributes, rings }] of readShapes(shp, dbf, file.path).entries()) {
    tally.record({ line: index + 1, cells: Object.values(attributes).slice(0, 3) }, () => {
      const outline = polygonsOf(rings).map((polygon) => polygon.map((ring) => ring.map(toDegrees)));
      const geometry = geometryText({ type: 'MultiPolygon', coordinates: outline });
      const row = outlineRow(type, attributes, geometry, areas);
      ({ year } = row);
      return [row];
    });
  }
  return tally.finish({ scope: `${id}/${typeof year === 'number' ? year : ''}`, force: null, warnings: [] });
}

function projectionOf(prj: string, file: InputFile): (point: Point) => [number, number] {
  if (/British_National_Grid|OSGB/i.test(prj))
    return ([x, y]) => {
      const [longitude, latitude] = fromNationalGrid(x, y);
      return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
    };
  if (/^\s*GEOGCS/i.test(prj) && /WGS_?(19)?84/i.test(prj)) return ([x, y]) => [x, y];
  throw new BadInputError(
    'its coordinates are neither on the British National Grid nor longitude and latitude in WGS84',
    { file: file.path },
    'Export it again as GeoJSON in WGS84.',
  );
}
