import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';
import { geometryText } from './geometry.ts';
import { topoFeatures } from './topojson.ts';

/** Local authority districts of England, December 2013, as TopoJSON: borders are stored once for the two areas that share them. */
export const authorityTopojson: RowsSource = {
  kind: 'rows',
  id: 'ons-authority-boundaries-2013',
  table: 'boundary',
  title: 'Local authority districts of England, December 2013 (TopoJSON)',
  publisher:
    'Office for National Statistics, by M. Chorley; contains OS data © Crown copyright and database right',
  licence: 'Open Government Licence v3.0',
  address: 'https://github.com/martinjc/UK-GeoJSON',
  looksLike: 'TopoJSON with the properties LAD13CD, LAD13CDO, LAD13NM, LAD13NMW',
  recognises: isTopology,
  read: readTopology,
};

function isTopology({ format, head }: Sample): boolean {
  return (
    format === 'json' &&
    head !== null &&
    /^\s*\{\s*"type"\s*:\s*"Topology"/.test(head) &&
    head.includes('"LAD13CD"')
  );
}

async function readTopology(file: InputFile, { areas }: SourceContext): Promise<RowsRead> {
  const tally = new Tally();
  for (const [index, { properties, geometry }] of topoFeatures(await file.text(), file.path).entries()) {
    const [code, name] = [properties['LAD13CD'], properties['LAD13NM']];
    tally.record({ line: index + 1, cells: [String(code), String(name)] }, () => {
      if (typeof code !== 'string' || typeof name !== 'string')
        throw new RowFault('LAD13CD', 'the feature has no code or no name');
      const outline = geometryText(geometry);
      const known = areas.byCode(code);
      const row = { year: 2013, area: known?.name ?? name, area_type: 'authority', code, geometry: outline };
      return tally.isNew([code], outline, index + 1, 'LAD13CD') ? [row] : [];
    });
  }
  return tally.finish({ scope: 'ons-authority-boundaries-2013', force: null, warnings: [] });
}
