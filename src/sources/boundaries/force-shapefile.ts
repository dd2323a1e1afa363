import { BadInputError } from '../../foundation/errors.ts';
import { isShapefile } from '../input/archives.ts';
import type { InputFile } from '../input/input-file.ts';
import { visitZip } from '../input/zip.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';
import { geometryText } from './geometry.ts';
import { fromNationalGrid } from './national-grid.ts';
import { polygonsOf } from './rings.ts';
import { readShapes } from './shapefile.ts';

/** Police force areas as the ONS publishes them: a shapefile in a ZIP, on the British National Grid, with the columns PFA16CD and PFA16NM. */
export const forceShapefile: RowsSource = {
  kind: 'rows',
  id: 'ons-force-boundaries',
  table: 'boundary',
  title: 'Police force areas of England and Wales, generalised (shapefile)',
  publisher: 'Office for National Statistics; contains OS data © Crown copyright and database right',
  licence: 'Open Government Licence v3.0',
  address: 'https://geoportal.statistics.gov.uk/',
  looksLike: 'ZIP with one .shp, .dbf and .prj; British National Grid; attributes pfa16cd and pfa16nm',
  recognises: ({ members }) => members !== undefined && isShapefile(members),
  read: readShapefile,
};

async function readShapefile(file: InputFile, { areas }: SourceContext): Promise<RowsRead> {
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
  if (!/British_National_Grid|OSGB/i.test(prj)) {
    throw new BadInputError(
      'its coordinates are not on the British National Grid',
      { file: file.path },
      'Export it again as GeoJSON in WGS84.',
    );
  }
  const tally = new Tally();
  let year: number | null = null;
  for (const [index, { attributes, rings }] of readShapes(shp, dbf, file.path).entries()) {
    const named = Object.entries(attributes);
    const [column, code = ''] = named.find(([name]) => /^pfa\d{2}cd$/i.test(name)) ?? [];
    const [, name = ''] = named.find(([key]) => /^pfa\d{2}nm$/i.test(key)) ?? [];
    tally.record({ line: index + 1, cells: [code, name] }, () => {
      if (column === undefined) throw new RowFault('pfa16cd', 'the shape has no code of a police force area');
      year = 2000 + Number(column.slice(3, 5));
      const area = areas.byCode(code);
      if (!area || areas.resolve(name, area.type) !== area)
        throw new RowFault(column, `the code ${code} and the name "${name}" are not of one known area`);
      const outline = polygonsOf(rings).map((polygon) =>
        polygon.map((ring) =>
          ring.map(([x, y]) => fromNationalGrid(x, y).map((value) => Math.round(value * 1e6) / 1e6)),
        ),
      );
      const geometry = geometryText({ type: 'MultiPolygon', coordinates: outline });
      return [{ year, area: area.name, area_type: 'force', code, geometry }];
    });
  }
  return tally.finish({ scope: `ons-force-boundaries/${year ?? ''}`, force: null, warnings: [] });
}
