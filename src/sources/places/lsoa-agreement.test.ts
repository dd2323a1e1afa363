import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon, Polygon } from 'geojson';
import { authorityTopojson } from '../boundaries/authority-topojson.ts';
import { boundarySources } from '../boundaries/boundaries.ts';
import type { RowsSource } from '../source.ts';
import { context, hasSharedData, sharedFile } from '../table/testing.ts';
import { PlaceIndex } from '../geo/place-index.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');

type Points = readonly { readonly x: number; readonly y: number; readonly borough: string }[];

/** Points of published crimes with the borough in the name of their LSOA, which the publisher gives from the same coordinates. */
function pointsOf(csv: string | Buffer): Points {
  const rows = parse(csv, { columns: true, bom: true }) as unknown as Record<string, string>[];
  return rows.flatMap((row) => {
    const name = row['LSOA name'] ?? '';
    return row['Longitude'] && name !== ''
      ? [{ x: Number(row['Longitude']), y: Number(row['Latitude']), borough: name.slice(0, -5) }]
      : [];
  });
}

async function indexOf(source: RowsSource | undefined, name: string): Promise<PlaceIndex> {
  if (!source) throw new Error(`no source for ${name}`);
  const { rows } = await source.read(await sharedFile(`boundaries/${name}`), context);
  const boroughs = new Set(context.areas.list('borough').map((area) => area.name));
  return new PlaceIndex(
    rows
      .filter((row) => boroughs.has(String(row['area'])))
      .map((row) => ({
        area: String(row['area']),
        geometry: JSON.parse(String(row['geometry'])) as Polygon | MultiPolygon,
      })),
  );
}

/** Share of the points in boroughs of the index that it places elsewhere or nowhere. */
function disagreement(index: PlaceIndex, points: Points): number {
  const known = new Set(index.areas);
  const usable = points.filter(({ borough }) => known.has(borough));
  return usable.filter(({ x, y, borough }) => index.areaOf(x, y) !== borough).length / usable.length;
}

const source = (id: string): RowsSource | undefined => boundarySources.find((each) => each.id === id);

describe.skipIf(!hasSharedData)(
  `placing against the borough in the LSOA's name${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it.each([
      ['ons-borough-boundaries-2013', 'boroughsGeo.json', 0.007, undefined],
      ['ons-authority-boundaries-2013', 'topo_lad.json.gz', 0.01, 0.05],
      ['gla-borough-boundaries', 'london-boroughs_1179.geojson', 0.016, 0.08],
    ])('%s: few outcomes of the Metropolitan Police, more of the City', async (id, name, met, city) => {
      const index = await indexOf(id === authorityTopojson.id ? authorityTopojson : source(id), name);
      const packed = await readFile(
        join(DATA, 'police-uk-metropolitan-outcomes/2019-10-metropolitan-outcomes.csv.gz'),
      );
      expect(disagreement(index, pointsOf(await promisify(gunzip)(packed)))).toBeLessThan(met);
      if (city === undefined) return;
      const folder = join(DATA, 'police-uk-city-of-london');
      const streets = (await readdir(folder)).filter((file) => file.endsWith('-street.csv')).slice(0, 12);
      const points = await Promise.all(
        streets.map(async (file) => pointsOf(await readFile(join(folder, file)))),
      );
      expect(disagreement(index, points.flat())).toBeLessThan(city);
    });
  },
);
