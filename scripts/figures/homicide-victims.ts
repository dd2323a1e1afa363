import type { IsoDate } from '../../src/foundation/iso-date.ts';
import { NOT_STATED, OGL, type Recipe } from './recipe.ts';

/** Victims of homicide in London by year, by ethnicity as seen by an officer, and by whether the case is solved. */
export const homicideVictims: Recipe = {
  file: 'mps-homicide-victims.csv',
  inputs: ['london-datastore-mps-homicide'],
  citation: {
    publisher: 'Metropolitan Police Service',
    title: 'MPS Homicide Dashboard Data: victims',
    licence: OGL,
    address: 'https://data.london.gov.uk/dataset/mps-homicide-dashboard-data',
    published: '2024-01-01' as IsoDate,
    basis: 'not-before',
    sources: [],
    notes: [
      NOT_STATED,
      'Calendar years, by the month in which the offence was recorded. Ethnicity is what an officer observed.',
    ],
  },
  sql: `
WITH victim AS (SELECT *, make_date(year(month), 1, 1) AS first FROM homicide_victim_current),
counted AS (
  SELECT first, NULL AS group_type, NULL AS group_value, sum(victims) AS victims FROM victim GROUP BY first
  UNION ALL
  SELECT first, 'ethnicity', ethnicity, sum(victims) FROM victim GROUP BY first, ethnicity
  UNION ALL
  SELECT first, 'solved', solved, sum(victims) FROM victim GROUP BY first, solved)
SELECT 'MPS' AS area, 'force' AS area_type, measure, group_type, group_value, first AS "from",
  make_date(year(first), 12, 31) AS "to", value, numerator, denominator, unit
FROM (
  SELECT 'homicide' AS measure, group_type, group_value, first, victims AS value, NULL AS numerator, NULL AS denominator,
    'victims' AS unit FROM counted
  UNION ALL
  SELECT 'homicide-solved', NULL, NULL, first, solved / victims, solved, victims, 'share'
  FROM (
    SELECT first, sum(victims) FILTER (WHERE solved = 'Solved') AS solved, sum(victims) AS victims FROM victim GROUP BY first))
ORDER BY measure, group_type NULLS FIRST, group_value, first`,
};
