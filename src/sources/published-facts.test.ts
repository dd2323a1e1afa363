import { describe, expect, it } from 'vitest';
import { areaLookups } from './area-lookups/area-lookups.ts';
import { boroughEarnings } from './cost-of-living/earnings.ts';
import { nomisClaimants } from './cost-of-living/nomis-claimants.ts';
import { onsFigure } from './cost-of-living/ons-figure.ts';
import { onsTimeSeries } from './cost-of-living/ons-time-series.ts';
import { csewPerceptions } from './csew/perceptions.ts';
import { ethnicityFactsStopAndSearch } from './ethnicity-facts/stop-and-search.ts';
import { iopcDeaths } from './iopc-deaths/iopc-deaths.ts';
import { mpsBoroughCrimeLong } from './mps-borough-crime-long/mps-borough-crime-long.ts';
import { ethnicityComposition } from './population/ethnicity-composition.ts';
import { glaProjections } from './population/gla-projections.ts';
import { smallAreaCensus } from './population/small-area-census.ts';
import { queryText, readQuery } from './raw/testing.ts';
import type { RowsRead, RowsSource } from './source.ts';
import { stanfordStops } from './stanford/stops.ts';
import { context, hasSharedData, readText, recognisesShared, sharedFile, sum } from './table/testing.ts';

async function shared(source: RowsSource, name: string): Promise<RowsRead> {
  expect(await recognisesShared(source, name)).toBe(true);
  return source.read(await sharedFile(name), context);
}

describe('single layouts, made-up files', () => {
  it('tells years, quarters and months of an ONS series apart', async () => {
    const read = await readText(
      onsTimeSeries,
      '"Title","Rate"\n"CDID","ABCD"\n"Unit","%"\n"Release date","24-05-2023"\n"1989","5.7"\n"1989 Q1","5.0"\n"1989 JAN","4.9"\n"1989 Q5","1"\n"1990 FEB",".."',
    );
    expect(read.rows.map((row) => [row['date'], row['months'], row['value'], row['flag']])).toEqual([
      ['1989-12-31', 12, 5.7, null],
      ['1989-03-31', 3, 5, null],
      ['1989-01-31', 1, 4.9, null],
      ['1990-02-28', 1, null, '..'],
    ]);
    expect(read.rejects).toEqual([expect.objectContaining({ line: 8, column: 'time' })]);
    expect(read.published).toEqual({ date: '2023-05-24', basis: 'stated' });
  });

  it('keeps a point between thousands from being a decimal', async () => {
    const read = await readText(
      ethnicityComposition,
      'Area code;Area name;"White: Roma\n(number)";"White: Roma\n(percent)"\nE06000001;Hartlepool; 87.761 ; 0,3 \nE06000002;Middlesbrough; - ;-\nE06000003;Redcar; 1.2 ;1',
    );
    expect(read.rows.map((row) => [row['value'], row['flag']])).toEqual([
      [87_761, null],
      [null, '-'],
    ]);
    expect(read.rejects).toHaveLength(1);
  });

  it('keeps withheld survey estimates without a value, and rejects a share above one', async () => {
    const header =
      'year,quarter,measurement_var,measurement_level,measurement_type,geography,household_type,sex,age,characteristic_var,characteristic,estimate,standard_error,unweighted_count';
    const line = (estimate: string): string =>
      `2018,4,patt1,Person,Perception,England and Wales,NA,Male,16-24,gor,London,${estimate},0.02,120`;
    const { rows, staged } = await queryText(
      csewPerceptions,
      [header, line('0.6'), line('NA'), line('1.2')].join('\n'),
    );
    expect(rows).toEqual([
      expect.objectContaining({
        value: 0.6,
        standard_error: 0.02,
        base: 120,
        date: '2018-12-31',
        months: 12,
      }),
      expect.objectContaining({ value: null }),
    ]);
    expect(staged.rejects.map(({ line: at, column }) => [at, column])).toEqual([[4, 'estimate']]);
  });

  it('reads a stop of a layout from abroad without giving it a force', async () => {
    const { rows } = await queryText(
      stanfordStops,
      'date,time,location,lat,lng,subject_race,type,arrest_made,citation_issued,outcome,contraband_found,search_conducted,reason_for_stop\n2013-09-01,00:08:32,NA,NA,NA,black,vehicular,FALSE,FALSE,NA,NA,FALSE,Code',
    );
    expect(rows[0]).toMatchObject({
      force: null,
      longitude: null,
      outcome: null,
      outcome_linked: null,
      month: '2013-09-01',
    });
  });

  it('rejects a month that is none in the long table of boroughs', async () => {
    const read = await readText(
      mpsBoroughCrimeLong,
      'borough,major_category,num_crime,year,month\nCamden,Burglary,5,2008,1\nCamden,Burglary,5,2008,13\nCamdem,Burglary,5,2008,2',
    );
    expect(read.rejects.map(({ column }) => column)).toEqual(['month', 'borough']);
    expect(read.rows[0]).toMatchObject({ month: '2008-01-01', area_type: 'borough', offence: null });
  });
});

describe.skipIf(!hasSharedData)(
  `single layouts, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it('finds 39.59 searches of Black and 9.30 of White people per 1,000 by the Metropolitan Police in 2017/18', async () => {
      const read = await shared(
        ethnicityFactsStopAndSearch,
        'ethnicity-facts-figures-stop-and-search/stop-and-search.csv.gz',
      );
      const met = read.rows.filter(
        (row) =>
          row['area'] === 'Metropolitan Police' &&
          row['period_from'] === '2017-04-01' &&
          row['measure'] === 'stop-and-search-per-1000' &&
          row['group_type'] === 'ethnicity',
      );
      const rate = Object.fromEntries(met.map((row) => [row['group_value'], row['value']]));
      expect(rate).toMatchObject({ Black: 39.59, White: 9.3, Unreported: null });
      expect([read.rowsRead, read.rejects.length]).toEqual([13_104, 0]);
    });

    it('reads perceptions with their standard errors and bases', async () => {
      const name = 'ons-csew-perceptions/fairness-perception-data.csv.gz';
      expect(await recognisesShared(csewPerceptions, name)).toBe(true);
      const { staged, rows } = await readQuery(
        csewPerceptions,
        await sharedFile(name),
        'SELECT count(*) FILTER (WHERE value IS NULL) AS withheld, count(standard_error) AS errors FROM staged',
      );
      expect([staged.rowsRead, staged.rowsRejected, rows[0]?.['withheld']]).toEqual([27_144, 0, 1828]);
    });

    it('reads deaths by force, gender, age and ethnicity, each adding up to the nation', async () => {
      const read = await shared(iopcDeaths, 'iopc-deaths-police-contact/Time_series_tables_2019-20.ods');
      const year = { measure: 'deaths-in-custody', period_from: '2018-04-01' };
      for (const group_type of ['gender', 'age', 'ethnicity', null])
        expect(sum(read.rows, 'value', { ...year, area_type: 'nation', group_type })).toBe(17);
      expect(sum(read.rows, 'value', { ...year, area_type: 'force' })).toBe(17);
      expect(read.rejects).toEqual([]);
    });

    it('reads the series of the cost of living', async () => {
      const cpih = await shared(onsTimeSeries, 'cost-of-living/inflation.csv');
      expect(cpih.rows.find((row) => row['date'] === '2023-04-30')?.['value']).toBe(7.8);
      const gdp = await shared(onsFigure, 'cost-of-living/GDPMonthly.csv');
      expect(gdp.rows.find((row) => row['date'] === '2023-03-31')?.['value']).toBe(100.3);
      const claimants = await shared(nomisClaimants, 'cost-of-living/nomis_2026_04_21_032722.xlsx');
      expect(
        claimants.rows.find(
          (row) => row['area'] === 'Barnet' && row['date'] === '2019-01-31' && row['unit'] === 'people',
        )?.['value'],
      ).toBe(4540);
      const pay = await shared(boroughEarnings, 'cost-of-living/earnings-residence-borough.xlsx');
      const city = pay.rows.find(
        (row) =>
          row['area'] === 'City of London' &&
          row['date'] === '2002-12-31' &&
          row['name'] === 'Median earnings of residents: total, weekly',
      );
      expect([city?.['value'], city?.['flag']]).toEqual([null, '!']);
    });

    it('reads the long table of boroughs: 6,447,758 offences', async () => {
      const read = await shared(
        mpsBoroughCrimeLong,
        'london-datastore-borough-crime-2008-2016-long/ldn_crime.csv.gz',
      );
      expect(sum(read.rows, 'count')).toBe(6_447_758);
      expect(read.rows).toHaveLength(31_860);
    });

    it('reads residents by small area, by map and as projected', async () => {
      const { rows } = await readQuery(
        smallAreaCensus,
        await sharedFile('ons-population/TS001_usual_residents_LSOA2021.csv.gz'),
        'SELECT count(*) AS n, sum(count) AS people FROM staged',
      );
      // Small areas are perturbed one by one: their sum is near the 59,597,542 people of England and Wales, not equal to it.
      expect(rows[0]?.['n']).toBe(35_672);
      expect(Math.abs(Number(rows[0]?.['people']) - 59_597_542)).toBeLessThan(100);
      const map = await shared(ethnicityComposition, 'ons-population/ethnicity-composition-across-uk.csv');
      expect([map.rowsRead, map.rejects.length]).toEqual([331, 0]);
      const gla = await shared(glaProjections, 'ons-population/land-area-population-density-london.xlsx');
      expect(
        gla.rows.find((row) => row['area'] === 'Barnet' && row['date'] === '2018-06-30')?.['value'],
      ).toBe(397_049);
    });

    it('reads the lookups of areas', async () => {
      const files = [
        ['ons-wards-2019', 'boundaries/data_ward_lookup.csv.gz', 8887],
        ['wards-of-api-answers', 'police-uk-api-crimes-by-ward/Wards - wards.csv.gz', 7807],
        ['ons-authority-codes', 'ons-lookups/la_all_codes.csv', 415],
        ['mysociety-authority-registry', 'ons-lookups/uk_local_authorities_current.csv', 470],
        ['police-force-slugs', 'ons-lookups/forces.csv', 44],
      ] as const;
      for (const [id, name, records] of files) {
        const source = areaLookups.find((each) => each.id === id);
        if (!source) throw new Error(`no layout ${id}`);
        expect((await shared(source, name)).rowsRead).toBe(records);
      }
    });
  },
);
