import { writeFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import type { Row } from '../../src/lake/engine.ts';
import { seriesOf } from '../../src/measures/index.ts';
import { asGeojson, asShapefile, asTopojson, degrees, type GridOutline } from '../made-up/outline-files.ts';
import { TestWorkspace } from './workspace.ts';

/** Clockwise, as the outer ring of a shapefile is. */
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];
const borough = (name: string, code: string, ...rings: Position[][]): GridOutline => ({
  properties: { LAD13CD: code, LAD13NM: name },
  rings,
});
const ward = (name: string, code: string, of: string, ...rings: Position[][]): GridOutline => ({
  properties: { WD22CD: code, WD22NM: name, LAD22NM: of },
  rings,
});

/** Islington lies in a hole of Camden, and on Camden's east side; the Thames runs below. */
const hole = box(20, 20, 40, 40);
const BOROUGHS = [
  borough('Camden', 'E09000007', box(0, 0, 60, 60), hole.toReversed()),
  borough('Islington', 'E09000019', hole),
  borough('Southwark', 'E09000028', box(0, -40, 60, -4)),
];
const WARDS = [
  ward('Abbey', 'E05000001', 'Camden', box(0, 0, 60, 60), hole.toReversed()),
  ward('Abbey', 'E05000002', 'Islington', box(20, 20, 40, 30)),
  ward('Angel', 'E05000003', 'Islington', box(20, 30, 40, 40)),
  // Drawn too wide: it reaches two steps into the river, and into what is Camden's.
  ward('Borough', 'E05000004', 'Southwark', box(0, -40, 60, -2)),
];
const FORMATS = {
  geojson: [asGeojson(BOROUGHS), asGeojson(WARDS)],
  topojson: [asTopojson(BOROUGHS), asTopojson(WARDS)],
  shapefile: [asShapefile('LAD_Dec_2013', BOROUGHS), asShapefile('WD_Dec_2022', WARDS)],
} as const;

const HEADER =
  'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing';
const search = ([longitude, latitude]: readonly (number | string | undefined)[]): string =>
  `Person search,2023-01-05T12:00:00+00:00,,,${latitude ?? ''},${longitude ?? ''},Male,18-24,,White,,Controlled drugs,Arrest,,`;

describe('searches and outlines', () => {
  let workspace: TestWorkspace;
  beforeEach(() => (workspace = new TestWorkspace()));
  afterEach(() => workspace.cleanUp());

  const write = (name: string, content: string | Uint8Array): string => {
    const path = workspace.path(name);
    writeFileSync(path, content);
    return path;
  };
  const searches = (
    points: readonly (readonly (number | string | undefined)[])[],
    name = '2023-01-metropolitan-stop-and-search.csv',
  ): string => write(name, `${HEADER}\n${points.map(search).join('\n')}\n`);
  const outlines = (format: keyof typeof FORMATS): string[] =>
    FORMATS[format].map((content, at) =>
      write(`${format}-${at}${format === 'shapefile' ? '.zip' : '.json'}`, content),
    );
  const placed = async (): Promise<readonly Row[]> =>
    workspace.query(
      'SELECT longitude, latitude, borough, ward, ward_code FROM stop_search_current ORDER BY longitude, latitude',
    );
  const where = async ([x = 0, y = 0]: Position): Promise<unknown[]> => {
    const [row] = await workspace.query(
      `SELECT borough, ward, ward_code FROM stop_search WHERE longitude = ${degrees([x, y])[0]} AND latitude = ${degrees([x, y])[1]}`,
    );
    return [row?.['borough'], row?.['ward'], row?.['ward_code']];
  };

  test('GeoJSON, TopoJSON and shapefile place every point alike, inside, on borders and outside', async () => {
    const steps = Array.from({ length: 14 }, (_, index) => index * 5 - 3);
    const grid = steps.flatMap((x) =>
      [...steps, 0, 20, 30, 40, 60, -4].map((y) => degrees([x + (x % 2 === 0 ? 3 : 0), y])),
    );
    const answers: (readonly Row[])[] = [];
    for (const format of ['geojson', 'topojson', 'shapefile'] as const) {
      workspace.cleanUp();
      workspace = new TestWorkspace();
      const report = await workspace.import([...outlines(format), searches(grid)]);
      expect(report.files.map(({ status, rows_rejected }) => [status, rows_rejected])).toEqual(
        report.files.map(() => ['imported', 0]),
      );
      answers.push(await placed());
    }
    expect(answers[0]?.some((row) => row['ward'] === 'Abbey (Islington)')).toBe(true);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  }, 60_000);

  test('wards of one name carry their borough; a ward tells the borough where no borough does; the blank stay blank', async () => {
    await workspace.import([
      ...outlines('geojson'),
      searches([
        degrees([5, 5]),
        degrees([30, 25]),
        degrees([30, 35]),
        degrees([30, -3]),
        degrees([30, -1]),
        [],
      ]),
    ]);
    expect(await where([5, 5])).toEqual(['Camden', 'Abbey (Camden)', 'E05000001']);
    expect(await where([30, 25])).toEqual(['Islington', 'Abbey (Islington)', 'E05000002']);
    expect(await where([30, 35])).toEqual(['Islington', 'Angel', 'E05000003']);
    expect(await where([30, -3])).toEqual(['Southwark', 'Borough', 'E05000004']);
    expect(await where([30, -1])).toEqual([null, null, null]);
    expect(await workspace.query('SELECT borough FROM stop_search WHERE longitude IS NULL')).toEqual([
      { borough: null },
    ]);
  });

  test('what is blank, outside, on a border or swapped is counted in the report', async () => {
    const [x = 0, y = 0] = degrees([5, 5]);
    const { files } = await workspace.import([
      ...outlines('geojson'),
      searches([
        [x, y],
        [y, x],
        degrees([20, 25]),
        degrees([20, 25]),
        degrees([100, 5]),
        [],
        ['', y],
        [0, 0],
      ]),
    ]);
    const report = files.find(({ table }) => table === 'stop_search');
    expect(report?.places).toEqual({
      rows: 8,
      blank: 2,
      in_borough: 3,
      in_ward: 3,
      outside: 3,
      swapped: 1,
      on_border: 2,
      ward_elsewhere: 0,
    });
    expect(report?.warnings).toEqual([
      '2 of 8 rows (25.0 %) carry no coordinates and are placed nowhere.',
      '2 of 8 rows (25.0 %) lie outside every borough held and are placed in none.',
      '1 of 8 rows (12.5 %) seem to have longitude and latitude swapped; they are placed nowhere: correct the file and import it again.',
      '2 of 8 rows (25.0 %) lie exactly on a border; they count for the area to its east, or to its north.',
    ]);
  });

  test('searches imported before the outlines are placed when these come, and again when finer ones do', async () => {
    await workspace.import([searches([degrees([30, 25]), degrees([58, 5])])]);
    expect(await where([30, 25])).toEqual([null, null, null]);
    const { files } = await workspace.import(outlines('topojson'));
    expect(files.flatMap(({ warnings }) => warnings)).toContain(
      'The points of 1 release imported before were placed by the outlines now held: of 2 rows, 2 in a borough and 2 in a ward.',
    );
    expect(await where([30, 25])).toEqual(['Islington', 'Abbey (Islington)', 'E05000002']);
    // The same number of boroughs drawn with more corners, and Camden a little narrower.
    const finer = BOROUGHS.map((each) =>
      each.properties['LAD13NM'] === 'Camden'
        ? {
            ...each,
            rings: [
              [...box(0, 0, 50, 60).slice(0, 2), [25, 60], ...box(0, 0, 50, 60).slice(2)],
              hole.toReversed(),
            ],
          }
        : each,
    );
    await workspace.import([write('finer.json', asGeojson(finer))]);
    expect(await where([58, 5])).toEqual(['Camden', 'Abbey (Camden)', 'E05000001']);
    expect((await workspace.query('SELECT count(*) AS n FROM stop_search'))[0]?.['n']).toBe(2);
  });

  test('a measure over searches is split by ward, and gives no rate by it', async () => {
    await workspace.import([
      ...outlines('geojson'),
      searches([degrees([5, 5]), degrees([6, 5]), degrees([30, 25]), degrees([30, 35]), []]),
    ]);
    const app = buildApp(workspace.dir);
    try {
      const { observations } = await seriesOf(app, {
        measure: 'stop-and-search',
        areas: ['Metropolitan Police'],
        by: 'ward',
      });
      expect(observations.map(({ group, value }) => [group, value])).toEqual([
        ['Abbey (Camden)', 2],
        ['Abbey (Islington)', 1],
        ['Angel', 1],
        ['Not placed', 1],
      ]);
      const camden = await seriesOf(app, { measure: 'stop-and-search', areas: ['Camden'], by: 'ward' });
      expect(camden.observations.map(({ group, value }) => [group, value])).toEqual([['Abbey (Camden)', 2]]);
    } finally {
      app.lake.close();
    }
  });

  test('points of a force far from the outlines are left as they are, and nothing is said of them', async () => {
    const { files } = await workspace.import([
      ...outlines('geojson'),
      searches([[-3.2, 51.5]], '2023-01-south-wales-stop-and-search.csv'),
    ]);
    const report = files.find(({ table }) => table === 'stop_search');
    expect([report?.warnings, report?.places?.outside]).toEqual([[], 1]);
  });
});
