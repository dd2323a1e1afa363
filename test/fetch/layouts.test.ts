import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { splitArea, type Corner } from '../../src/fetch/crimes/split-area.ts';
import { MadeUpFetch } from './made-up-fetch.ts';
import { json, MadeUpPublisher, status, whole, type Asked, type Reply } from './made-up-publisher.ts';

let publisher: MadeUpPublisher;
let fetching: MadeUpFetch;
let base = '';

beforeEach(async () => {
  publisher = new MadeUpPublisher();
  fetching = new MadeUpFetch();
  base = await publisher.start();
});
afterEach(async () => {
  await publisher.stop();
  fetching.cleanUp();
});

const held = (...months: string[]): Reply =>
  json(months.map((date) => ({ date, 'stop-and-search': ['metropolitan'] })));
const AVAILABILITY = '/api/crimes-street-dates';

describe('the archive of data.police.uk', () => {
  test('is taken in as few archives as hold the months, each month from one of them', async () => {
    publisher.on(AVAILABILITY, held('2026-09', '2026-08'));
    const { items, notices } = await fetching.plan({
      source: 'police-uk-archive',
      base,
      forces: ['metropolitan'],
      from: '2022-01-01',
      to: '2026-10-01',
    });
    expect(items.map(({ address }) => address.replace(base, ''))).toEqual([
      '/data/archive/2026-09.zip',
      '/data/archive/2023-09.zip',
    ]);
    expect(notices).toEqual(['Not yet published: 2026-10.']);
    const wants = (index: number, member: string): boolean => {
      const item = items[index];
      return item?.kind === 'file' && item.members?.(member) === true;
    };
    const street = (month: string, force = 'metropolitan'): string => `${month}/${month}-${force}-street.csv`;
    expect(['2023-10', '2026-09'].map((month) => wants(0, street(month)))).toEqual([true, true]);
    expect(['2023-09', '2022-01', '2021-12'].map((month) => wants(1, street(month)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(wants(0, street('2023-09'))).toBe(false);
    expect(wants(0, street('2026-09', 'kent'))).toBe(false);
    expect(wants(0, 'README.txt')).toBe(false);
  });

  test('is that of the newest month where nobody says which', async () => {
    publisher.on(AVAILABILITY, held('2026-08', '2026-09'));
    const { items } = await fetching.plan({ source: 'police-uk-archive', base });
    expect(items.map(({ file }) => file)).toEqual(['2026-09.zip']);
  });

  test('refuses months the wrong way round', async () => {
    publisher.on(AVAILABILITY, held('2026-09'));
    const asked = { source: 'police-uk-archive', base, from: '2026-05-01', to: '2026-04-30' };
    await expect(fetching.plan(asked)).rejects.toThrow('end (2026-04) before they begin (2026-05)');
  });
});

describe('searches from the API', () => {
  test('are asked for by force and month, and months not published are named instead', async () => {
    publisher.on(AVAILABILITY, held('2024-09', '2024-11'));
    const plan = await fetching.plan({
      source: 'police-uk-stops',
      base,
      forces: ['metropolitan', 'kent'],
      from: '2024-09-01',
      to: '2024-11-30',
    });
    expect(plan.items.map(({ address }) => address.replace(base, ''))).toEqual([
      '/api/stops-force?force=metropolitan&date=2024-09',
      '/api/stops-force?force=metropolitan&date=2024-11',
    ]);
    expect(plan.notices).toEqual([
      'Searches of metropolitan not published for 2024-10.',
      'data.police.uk holds no searches of kent.',
    ]);
  });

  test('need a force', async () => {
    await expect(fetching.plan({ source: 'police-uk-stops', base })).rejects.toThrow('one force at a time');
  });
});

describe('crimes from the API', () => {
  const square = [
    [51.4, -0.2],
    [51.6, -0.2],
    [51.6, 0],
    [51.4, 0],
  ] as const;
  const outline = square.map(([latitude, longitude]) => ({
    latitude: String(latitude),
    longitude: String(longitude),
  }));
  const crime = (id: number, latitude: number, longitude: number): object => ({
    category: 'robbery',
    location_type: 'Force',
    location: {
      latitude: String(latitude),
      longitude: String(longitude),
      street: { id: 1, name: 'On or near High Street' },
    },
    context: '',
    outcome_status: null,
    persistent_id: '',
    id,
    location_subtype: '',
    month: '2024-09',
  });
  const all = [crime(1, 51.42, -0.15), crime(2, 51.58, -0.05), crime(3, 51.5, -0.1), crime(4, 51.45, -0.02)];

  /** Answers with the crimes in the box round the area asked for; 503 for more than some. */
  const crimesIn =
    (most: number): Reply =>
    ({ body }: Asked, response) => {
      const poly = new URLSearchParams(body).get('poly') ?? '';
      const corners = poly.split(':').map((corner) => corner.split(',').map(Number));
      const within = (values: number[], value: number): boolean =>
        Math.min(...values) <= value && value <= Math.max(...values);
      const found = all.filter((each) => {
        const { location } = each as { location: { latitude: string; longitude: string } };
        return (
          within(
            corners.map(([latitude = 0]) => latitude),
            Number(location.latitude),
          ) &&
          within(
            corners.map(([, longitude = 0]) => longitude),
            Number(location.longitude),
          )
        );
      });
      if (found.length > most) response.writeHead(503).end();
      else response.writeHead(200).end(JSON.stringify(found));
    };

  const neighbourhoods = (...ids: string[]): void => {
    publisher.on(AVAILABILITY, held('2024-09'));
    publisher.on('/api/metropolitan/neighbourhoods', json(ids.map((id) => ({ id, name: id }))));
    for (const id of ids) publisher.on(`/api/metropolitan/${id}/boundary`, json(outline));
  };
  const asking = { source: 'police-uk-crimes', forces: ['metropolitan'] };

  test('of an area with too many are asked for in halves, and each is kept once', async () => {
    neighbourhoods('E05000001');
    publisher.on('/api/crimes-street/all-crime', crimesIn(1));
    const file = await fetching.one({ ...asking, base });
    expect(file.status).toBe('fetched');
    const rows = JSON.parse(readFileSync(file.path ?? '', 'utf8')) as {
      id: number;
      neighbourhoods: string[];
    }[];
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([1, 2, 3, 4]));
    expect(rows).toHaveLength(4);
    expect(rows[0]?.neighbourhoods).toEqual(['E05000001']);
    expect(publisher.asked.find(({ method }) => method === 'POST')?.body).toContain('date=2024-09');
  });

  test('that stand in two neighbourhoods are one, and say so', async () => {
    neighbourhoods('A', 'B');
    publisher.on('/api/crimes-street/all-crime', crimesIn(100));
    const file = await fetching.one({ ...asking, base });
    const rows = JSON.parse(readFileSync(file.path ?? '', 'utf8')) as { neighbourhoods: string[] }[];
    expect(rows.map((row) => row.neighbourhoods)).toEqual(all.map(() => ['A', 'B']));
  });

  test('of a service that answers 503 however small the area are given up', async () => {
    neighbourhoods('A');
    publisher.on('/api/crimes-street/all-crime', status(503));
    expect((await fetching.one({ ...asking, base })).error).toContain('even for a very small area');
    expect(publisher.asked.length).toBeLessThan(25);
  });

  test('are gone on with at the neighbourhood where a run was stopped', async () => {
    neighbourhoods('A', 'B');
    publisher.on('/api/crimes-street/all-crime', crimesIn(100), status(400), crimesIn(100));
    expect((await fetching.one({ ...asking, base })).status).toBe('failed');
    expect((await fetching.one({ ...asking, base })).status).toBe('fetched');
    expect(publisher.asked.filter(({ method }) => method === 'POST')).toHaveLength(3);
  });

  test('of a neighbourhood without an outline are said to be missing', async () => {
    neighbourhoods('A', 'B');
    publisher.on('/api/metropolitan/B/boundary', status(404));
    publisher.on('/api/crimes-street/all-crime', crimesIn(100));
    const { notices } = await fetching.run({ ...asking, base });
    expect(notices).toEqual(['1 neighbourhoods of metropolitan have no outline: B.']);
  });

  test('lose no part of an area when it is cut', () => {
    const corner = fc.record({
      latitude: fc.double({ min: 49, max: 61, noNaN: true }),
      longitude: fc.double({ min: -8, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), (area) => {
        const [below, above] = splitArea(area);
        expect(size(below) + size(above)).toBeCloseTo(size(area), 6);
      }),
    );
  });
});

/** Signed area by the shoelace formula, which adds up over the parts whatever the shape. */
function size(area: readonly Corner[]): number {
  return area.reduce((sum, { latitude, longitude }, index) => {
    const next = area[(index + 1) % area.length] ?? { latitude, longitude };
    return sum + (longitude * next.latitude - next.longitude * latitude) / 2;
  }, 0);
}

describe('the London Datastore', () => {
  const official = 'https://data.london.gov.uk';
  const files = {
    a: {
      title: 'MPS Borough Level Crime (most recent 24 months)',
      format: 'csv',
      url: `${official}/download/exy3m/pf6/MPS%20Borough%20Level%20Crime%20(most%20recent%2024%20months).csv`,
      timestamp: '2026-11-05T09:12:00.000Z',
    },
    b: { title: 'Notes', format: 'pdf', url: `${official}/download/exy3m/x/notes.pdf` },
    c: { title: 'Dashboard', format: 'csv', url: 'https://public.tableau.com/dashboard.csv' },
  };
  const source = 'mps-recorded-crime';
  const expected = [
    {
      address: '/download/exy3m/pf6/MPS%20Borough%20Level%20Crime%20(most%20recent%2024%20months).csv',
      file: 'MPS Borough Level Crime (most recent 24 months).csv',
      published: '2026-11-05',
    },
  ];

  test.each([
    ['DataPress', '/api/dataset/exy3m', { id: 'exy3m', title: 'MPS Recorded Crime', resources: files }],
    [
      'CKAN',
      '/api/3/action/package_show?id=exy3m',
      {
        success: true,
        result: {
          id: 'exy3m',
          resources: Object.values(files).map(({ title, url, format }) => ({
            name: title,
            url,
            format,
            last_modified: '2026-11-05T09:12:00',
          })),
        },
      },
    ],
    [
      'the catalogue of everything',
      '/api/v2/datasets/export.json',
      [
        { id: 'other', resources: {} },
        {
          id: 'exy3m',
          slug: 'mps-recorded-crime-geographic-breakdown-exy3m',
          resources: Object.values(files),
        },
      ],
    ],
  ])('names the files of a dataset as %s', async (_name, path, answer) => {
    publisher.on(path, json(answer));
    const { items, notices } = await fetching.plan({ source, base });
    expect(
      items.map(({ address, file, published }) => ({ address: address.replace(base, ''), file, published })),
    ).toEqual(expected);
    expect(notices).toEqual(['Kept on other hosts, and left out: https://public.tableau.com/dashboard.csv.']);
  });

  test('that no longer knows a dataset is told so', async () => {
    publisher.on(
      '/api/v2/datasets/export.json',
      json([
        { id: 'a', resources: {} },
        { id: 'b', resources: {} },
      ]),
    );
    await expect(fetching.plan({ source, base })).rejects.toThrow('knows no dataset exy3m');
  });

  test('that changes its layout is quoted', async () => {
    publisher.on('/api/dataset/exy3m', json({ resources: 'see our new site' }));
    await expect(fetching.plan({ source, base })).rejects.toThrow('JSON of another shape');
  });
});

describe('GOV.UK', () => {
  const assets = 'https://assets.publishing.service.gov.uk';
  const bulletin = {
    public_updated_at: '2022-07-27T09:30:00+01:00',
    details: {
      attachments: [
        { attachment_type: 'html', url: '/government/statistics/x/x' },
        { attachment_type: 'file', url: `${assets}/media/1/open-data-table-police-workforce-270722.ods` },
        { attachment_type: 'file', url: `${assets}/media/2/methods.pdf` },
      ],
    },
  };

  test('lists the attachments of a page, from the host that keeps them', async () => {
    publisher.on('/api/content/government/statistics/police-workforce-open-data-tables', json(bulletin));
    const { items } = await fetching.plan({ source: 'home-office-workforce', base });
    expect(items).toMatchObject([
      { address: `${base}/media/1/open-data-table-police-workforce-270722.ods`, published: '2022-07-27' },
    ]);
  });

  test('lists those of each page of a collection, old pages as well, that were updated since', async () => {
    const collection = '/government/collections/police-workforce-england-and-wales';
    publisher
      .on(
        `/api/content${collection}`,
        json({
          links: {
            documents: [
              { base_path: '/government/statistics/new', public_updated_at: '2022-07-27T09:30:00+01:00' },
              { base_path: '/government/statistics/old', public_updated_at: '2011-07-27T09:30:00+01:00' },
            ],
          },
        }),
      )
      .on('/api/content/government/statistics/new', json(bulletin))
      .on(
        '/api/content/government/statistics/old',
        json({
          public_updated_at: '2011-07-27T09:30:00+01:00',
          details: { documents: [`<a href="${assets}/uploads/hosb1311-tabs.xls">Tables</a>`] },
        }),
      );
    const source = 'home-office-workforce-bulletins';
    expect((await fetching.plan({ source, base })).items.map(({ file }) => file)).toEqual([
      'open-data-table-police-workforce-270722.ods',
      'hosb1311-tabs.xls',
    ]);
    expect((await fetching.plan({ source, base, from: '2020-01-01' })).items).toHaveLength(1);
  });
});

describe('the Office for National Statistics', () => {
  const path = '/peoplepopulationandcommunity/crimeandjustice/datasets/policeforceareadatatables';

  test('names the file of the newest edition, and those of earlier ones when asked', async () => {
    const edition = (year: number): [string, Reply] => [
      `${path}/yearendingmarch${year}/data`,
      json({
        type: 'dataset',
        description: { releaseDate: `${year}-07-20T23:00:00.000Z` },
        downloads: [{ title: 'Tables', file: `pfatablesmar${year}.xlsx` }, { file: 'notes.pdf' }],
      }),
    ];
    publisher
      .on(
        `${path}/data`,
        json({
          type: 'dataset_landing_page',
          datasets: [2026, 2025, 2022].map((year) => ({ uri: `${path}/yearendingmarch${year}` })),
        }),
      )
      .on(...edition(2026))
      .on(...edition(2025))
      .on(...edition(2022));
    const source = 'ons-police-force-areas';
    expect((await fetching.plan({ source, base })).items).toMatchObject([
      {
        address: `${base}/file?uri=${path}/yearendingmarch2026/pfatablesmar2026.xlsx`,
        file: 'yearendingmarch2026-pfatablesmar2026.xlsx',
        published: '2026-07-20',
      },
    ]);
    expect((await fetching.plan({ source, base, from: '2025-01-01' })).items).toHaveLength(2);
  });

  test('makes a series by its generator', async () => {
    publisher.on('/generator', whole('"Title","CPIH"\n"CDID","L55O"\n'));
    const file = await fetching.one({ source: 'ons-prices', base });
    expect(file.path).toMatch(/l55o-mm23\.csv$/);
    expect(publisher.asked[0]?.url).toBe(
      '/generator?format=csv&uri=/economy/inflationandpriceindices/timeseries/l55o/mm23',
    );
  });
});

describe('Nomis', () => {
  test('is asked for a year at a time, within the months wanted', async () => {
    const asked = { source: 'nomis-claimants', base, from: '2024-04-01', to: '2025-03-31' };
    const { items } = await fetching.plan(asked);
    expect(items.map(({ file }) => file)).toEqual([
      'NM_162_1-2024-04-2024-12.csv',
      'NM_162_1-2025-01-2025-03.csv',
    ]);
    expect(items[0]?.address).toContain('time=2024-04-2024-12&select=DATE,');
  });
});
