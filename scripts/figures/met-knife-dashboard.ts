import type { IsoDate } from '../../src/foundation/iso-date.ts';
import { OGL, type Recipe } from './recipe.ts';

/** Knife crime of the Metropolitan Police by month, and its positive outcomes. */
export const metKnifeDashboard: Recipe = {
  file: 'mps-knife-crime-dashboard.csv',
  inputs: ['london-datastore-mps-dashboards-parquet/monthly-crime-dashboard.parquet'],
  citation: {
    publisher: 'Metropolitan Police Service',
    title: 'MPS Monthly Crime Dashboard Data: knife crime',
    licence: OGL,
    address: 'https://data.london.gov.uk/dataset/mps-monthly-crime-dahboard-data',
    published: '2026-03-18' as IsoDate,
    basis: 'stated',
    sources: [],
    notes: [
      'The date is the day on which the dashboard says that it was refreshed.',
      "The Metropolitan Police's own count of knife crime, not that of national tables. Positive outcomes are counted in the month of the outcome.",
    ],
  },
  sql: `
WITH counts AS (SELECT * FROM crime_count_current WHERE area_type <> 'neighbourhood'),
months AS (
  SELECT month, sum(count) FILTER (WHERE measure = 'offences' AND offence = 'Knife crime') AS offences,
    sum(count) FILTER (WHERE measure = 'offences' AND offence = 'Knife crime with injury') AS injuries,
    sum(count) FILTER (WHERE measure = 'positive-outcomes' AND offence = 'Knife crime') AS outcomes
  FROM counts GROUP BY month)
SELECT 'MPS' AS area, 'force' AS area_type, measure, month AS "from", last_day(month) AS "to", value,
  numerator, denominator, unit
FROM (
  SELECT 'knife-crime' AS measure, month, offences AS value, NULL AS numerator, NULL AS denominator, 'offences' AS unit FROM months
  UNION ALL
  SELECT 'knife-crime-with-injury', month, injuries, NULL, NULL, 'offences' FROM months
  UNION ALL
  SELECT 'knife-crime-positive-outcomes', month, outcomes / offences * 100, outcomes, offences, 'per 100 offences' FROM months)
ORDER BY measure, month`,
};
