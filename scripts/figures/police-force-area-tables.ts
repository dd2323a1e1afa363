import type { IsoDate } from '../../src/foundation/iso-date.ts';
import { OGL, type Recipe } from './recipe.ts';

/** Rates of the year to March 2022 with their counts and populations, and knife offences by year: all forces, regions and nations. */
export const policeForceAreaTables: Recipe = {
  file: 'ons-police-force-areas-2022-03.csv',
  inputs: ['ons-crime-pfa-tables'],
  citation: {
    publisher: 'Office for National Statistics (police recorded crime: Home Office)',
    title: 'Crime in England and Wales: Police Force Area data tables, year ending March 2022',
    licence: OGL,
    address:
      'https://www.ons.gov.uk/peoplepopulationandcommunity/crimeandjustice/datasets/policeforceareadatatables',
    published: '2022-07-21' as IsoDate,
    basis: 'stated',
    sources: [],
    notes: [
      'Recorded crime excludes fraud. Rates are rounded to five digits; their counts are as published.',
      'Populations are the mid-year estimates that a published count and its rate give back exactly. Rates of 2021/22 divide by mid-2020.',
      'u: the publisher gives no rate, because few people live there (City of London). x: not available.',
      'Homicide is given per 100,000 people (published per 1,000).',
    ],
  },
  sql: `
WITH figure AS (SELECT * FROM published_figure_current WHERE group_type IS NULL)
SELECT area, area_type, measure, period_from AS "from", period_to AS "to", value, numerator, denominator,
  'per 1000' AS unit, flag, 1 AS part
FROM figure
WHERE measure IN ('recorded-crime-rate', 'violence-against-the-person-rate', 'robbery-rate',
  'sexual-offences-rate', 'theft-offences-rate', 'burglary-rate', 'vehicle-offences-rate', 'criminal-damage-and-arson-rate',
  'drug-offences-rate', 'weapons-offences-rate', 'public-order-rate')
UNION ALL
SELECT area, area_type, measure, period_from, period_to, numerator / denominator * 100000, numerator, denominator,
  'per 100000', flag, 2
FROM figure WHERE measure = 'homicide-rate'
UNION ALL
SELECT area, area_type, measure, period_from, period_to, value, numerator, denominator, 'per 100000', flag, 3
FROM figure WHERE measure = 'knife-crime-pfa-rate' AND period_from = DATE '2021-04-01'
UNION ALL
SELECT area, area_type, measure, period_from, period_to, value, NULL, NULL, 'offences', flag, 4
FROM figure WHERE measure = 'knife-crime-pfa' 
  AND (area_type = 'force' OR area IN ('England', 'Wales', 'England and Wales'))
UNION ALL
SELECT area, area_type, 'population', DATE '2020-06-30', DATE '2020-06-30', denominator, NULL, NULL, 'people', NULL, 5
FROM figure WHERE measure = 'recorded-crime-rate' AND denominator IS NOT NULL
ORDER BY part, measure, "from", area_type, area`,
};
