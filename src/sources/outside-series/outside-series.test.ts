import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
} from '../table/testing.ts';
import type { RowsSource } from '../source.ts';
import { outsideSeries } from './outside-series.ts';

function layout(id: string): RowsSource {
  const found = outsideSeries.find((source) => source.id === id);
  if (!found) throw new Error(`no layout ${id}`);
  return found;
}

describe('outside series, made-up files', () => {
  it('dates a figure by the last day of its period and says how long that is', async () => {
    const read = await readText(
      layout('media-mentions-hansard'),
      'year,knife_crime,serious_violence\n2004/05,7,10',
    );
    expect(read.rows).toEqual([
      {
        name: 'Mentions of knife crime in Parliament',
        area: 'United Kingdom',
        date: '2005-03-31',
        months: 12,
        value: 7,
        unit: 'mentions',
        flag: null,
      },
      expect.objectContaining({ name: 'Mentions of serious violence in Parliament', value: 10 }),
    ]);
  });

  it('reads every way in which these tables write a time', async () => {
    const dates = async (id: string, content: string): Promise<unknown[]> =>
      (await readText(layout(id), content)).rows.map((row) => [row['date'], row['months']]);
    expect(await dates('borough-unemployment', 'Area,Year,Unemployment_rate\nCamden,2012.0,5')).toEqual([
      ['2012-12-31', 12],
    ]);
    expect(await dates('police-strength', 'date,officers,year,population\n1977-03-31,1,1977,2')).toEqual([
      ['1977-03-31', 0],
      ['1977-03-31', 0],
    ]);
    expect(await dates('csew-reporting', 'category,year_ending,proportion\nviolence,2018-03-01,0.5')).toEqual(
      [['2018-03-31', 12]],
    );
    expect(
      await dates(
        'csew-prevalence',
        "offence,period,prevalence,year,main_type\nViolence,Apr '12 to Mar '135,0.1,2012-01-01,TRUE",
      ),
    ).toEqual([['2013-03-31', 12]]);
  });

  it('keeps a mark as a flag, rejects an unknown place and a second value', async () => {
    const read = await readText(
      layout('borough-unemployment'),
      'Area,Year,Unemployment_rate\nCamden,2012,-\nCamdem,2012,5\nBarnet,2012,6\nBarnet,2012,6\nBarnet,2012,7\nBrent,twelve,1',
    );
    expect(read.rows[0]).toMatchObject({ value: null, flag: '-' });
    expect(read.rejects.map(({ line, column }) => [line, column])).toEqual([
      [3, 'Area'],
      [6, 'Unemployment_rate'],
      [7, 'Year'],
    ]);
    expect([read.rows.length, read.duplicates]).toEqual([2, 1]);
  });

  it('gives back the numbers that it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -1e6, max: 1e6 }), async (value) => {
        const read = await readText(
          layout('food-inflation'),
          `month,food_inflation\n2023-01-01,${value / 100}`,
        );
        expect(read.rows[0]?.['value']).toBeCloseTo(value / 100, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('is told by its whole header: no layout takes the file of another, nor one with a column more', async () => {
    for (const source of outsideSeries) {
      const header =
        source.looksLike
          .split(/;|, then/)[0]
          ?.split(', ')
          .join(',') ?? '';
      const text = source.looksLike.includes('a column a year') ? `${header},2012\n1,2,3` : `${header}\n1,2`;
      const takers = await Promise.all(outsideSeries.map(async (each) => recognises(each, text)));
      expect(takers.filter(Boolean)).toHaveLength(1);
      expect(await recognises(source, text.replace('\n', ',colour\n'))).toBe(false);
    }
  });
});

describe.skipIf(!hasSharedData)(
  `outside series, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it.each([
      ['media-homicides', 'media-knife-crime-mentions/homicides.csv', 19],
      ['cpi-long-run-monthly', 'cost-of-living/cpi-uk-monthly.csv', 788],
      ['borough-crime-by-year', 'london-borough-profiles/crime_data.csv', 429],
      ['police-strength', 'home-office-police-workforce/police-strength-data.csv.gz', 46],
      ['homicide-trends', 'home-office-police-powers/homicide-trends-chart-data.csv', 121],
    ])('reads %s', async (id, name, records) => {
      expect(await recognisesShared(layout(id), name)).toBe(true);
      const read = await layout(id).read(await sharedFile(name), context);
      expect([read.rowsRead, read.rejects.length]).toEqual([records, 0]);
    });
  },
);
