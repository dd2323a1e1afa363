import type { IsoDate } from '../../src/foundation/iso-date.ts';
import { NOT_STATED, OGL, type Recipe } from './recipe.ts';

/** Searches of the Metropolitan Police by month: how many, of whom, under section 60; how many ended in arrest, and without the person's ethnicity. */
export const metStopAndSearch: Recipe = {
  file: 'met-stop-and-search.csv',
  inputs: ['police-uk-metropolitan-stop-and-search', 'police-uk-metropolitan-stop-and-search-zip'],
  citation: {
    publisher: 'Metropolitan Police Service through data.police.uk',
    title: 'Stop and search, Metropolitan Police (counts by month)',
    licence: OGL,
    address: 'https://data.police.uk/data/',
    published: '2023-04-01' as IsoDate,
    basis: 'not-before',
    sources: [],
    notes: [
      NOT_STATED,
      'Months that are absent are not held, and no zeros. Counts are of all searches, of vehicles alone too; shares are of searches of a person.',
      'A group type without a value: not recorded. Officer-defined ethnicity is what the officer saw.',
    ],
  },
  sql: `
WITH search AS (
  SELECT month, outcome, legislation, type <> 'Vehicle search' AS of_person, officer_defined_ethnicity AS seen, age_range,
    self_defined_ethnicity IS NULL OR self_defined_ethnicity = 'Other ethnic group - Not stated' AS unsaid
  FROM stop_search_current),
counted AS (
  SELECT 'stop-and-search' AS measure, NULL AS group_type, NULL AS group_value, month, count(*) AS value, NULL AS part, NULL AS whole
  FROM search GROUP BY month
  UNION ALL
  SELECT 'section-60-searches', NULL, NULL, month, count(*) FILTER (WHERE legislation LIKE '%(section 60)'), NULL, NULL
  FROM search GROUP BY month
  UNION ALL
  SELECT 'stop-and-search', 'officer-defined-ethnicity', seen, month, count(*), NULL, NULL FROM search GROUP BY month, seen
  UNION ALL
  SELECT 'stop-and-search', 'age', age_range, month, count(*), NULL, NULL FROM search GROUP BY month, age_range
  UNION ALL
  SELECT 'stop-and-search-ethnicity-not-recorded-self', NULL, NULL, month, part / whole, part, whole
  FROM (
    SELECT month, count(*) FILTER (WHERE unsaid) AS part, count(*) AS whole FROM search WHERE of_person GROUP BY month)
  UNION ALL
  SELECT 'stop-and-search-arrest-rate', group_type, group_value, month, part / whole, part, whole
  FROM (
    SELECT NULL AS group_type, NULL AS group_value, month, count(*) FILTER (WHERE outcome = 'Arrest') AS part, count(*) AS whole
    FROM search WHERE of_person GROUP BY month
    UNION ALL
    SELECT 'officer-defined-ethnicity', seen, month, count(*) FILTER (WHERE outcome = 'Arrest'), count(*)
    FROM search WHERE of_person GROUP BY month, seen))
SELECT 'MPS' AS area, 'force' AS area_type, measure, group_type, group_value, month AS "from",
  last_day(month) AS "to", value, part AS numerator, whole AS denominator,
  CASE WHEN whole IS NULL THEN 'searches' ELSE 'share' END AS unit
FROM counted
ORDER BY measure, group_type NULLS FIRST, group_value NULLS LAST, month`,
};
