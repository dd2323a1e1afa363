import { addDays, endOfMonth, type IsoDate } from '../../src/foundation/iso-date.ts';
import { NOT_STATED, OGL, type Recipe } from './recipe.ts';

/** Monthly counts of the Metropolitan Police by offence group, one file for each release held: past months are revised between them. */
function release(lastMonth: IsoDate, inputs: readonly string[]): Recipe {
  return {
    file: `mps-recorded-crime-to-${lastMonth.slice(0, 7)}.csv`,
    inputs,
    citation: {
      publisher: 'Metropolitan Police Service',
      title: 'MPS Recorded Crime: Geographic Breakdown (sums over all boroughs)',
      licence: OGL,
      address: 'https://data.london.gov.uk/dataset/recorded_crime_summary',
      published: addDays(endOfMonth(lastMonth), 1),
      basis: 'not-before',
      sources: [],
      notes: [
        NOT_STATED,
        'Sums over the boroughs, the airports and offences of unknown place. Theft leaves out burglary and vehicle offences.',
        'Releases revise past months: two files of this title are two vintages of one series.',
      ],
    },
    sql: `
WITH named(offence_group, measure) AS (VALUES
  ('Arson and criminal damage', 'criminal-damage-and-arson'), ('Burglary', 'burglary'), ('Drug offences', 'drug-offences'),
  ('Miscellaneous crimes against society', 'miscellaneous-crimes'), ('Possession of weapons', 'weapons-offences'),
  ('Public order offences', 'public-order'), ('Robbery', 'robbery'), ('Sexual offences', 'sexual-offences'),
  ('Theft', 'theft'), ('Vehicle offences', 'vehicle-offences'), ('Violence against the person', 'violence-against-the-person')),
counts AS (
  SELECT * FROM crime_count_current
  WHERE measure = 'offences' AND month >= DATE '2018-01-01' AND offence_group <> 'NFIB fraud')
SELECT 'MPS' AS area, 'force' AS area_type, measure, month AS "from", last_day(month) AS "to",
  value, 'offences' AS unit
FROM (
  SELECT 'recorded-crime' AS measure, month, sum(count) AS value FROM counts GROUP BY month
  UNION ALL
  SELECT named.measure, month, sum(count) FROM counts JOIN named USING (offence_group) GROUP BY named.measure, month)
ORDER BY measure, month`,
  };
}

export const metRecordedCrime: readonly Recipe[] = [
  release('2023-10-01' as IsoDate, [
    'london-datastore-mps-recorded-crime-to-2023-10/borough-historical.csv',
    'london-datastore-mps-recorded-crime-to-2023-10/borough-recent.csv',
  ]),
  release('2026-03-01' as IsoDate, ['london-datastore-mps-recorded-crime-to-2026-03']),
];
