import type { IsoDate } from '../../src/foundation/iso-date.ts';
import { NOT_STATED, OGL, type Recipe } from './recipe.ts';

/** People living in each borough, summed from small areas. */
export const boroughPopulation: Recipe = {
  file: 'ons-borough-population.csv',
  inputs: ['ons-population/london-mid2019-pop.csv', 'ons-population/london-mid2020-pop.csv'],
  citation: {
    publisher: 'Office for National Statistics',
    title:
      'Lower layer Super Output Area population estimates, mid-2019 and mid-2020 (sums by London borough)',
    licence: OGL,
    address:
      'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates/datasets/lowersuperoutputareamidyearpopulationestimates',
    published: '2021-01-01' as IsoDate,
    basis: 'not-before',
    sources: [],
    notes: [NOT_STATED, 'Estimates that the Census of 2021 has not yet re-based.'],
  },
  sql: `
SELECT area, area_type, 'population' AS measure, make_date(year, 6, 30) AS "from", make_date(year, 6, 30) AS "to",
  sum(count) AS value, 'people' AS unit
FROM population_current
WHERE area_type = 'borough' AND sex = 'all' AND age_band = 'all' AND ethnicity = 'all'
GROUP BY area, area_type, year
ORDER BY year, area`,
};
