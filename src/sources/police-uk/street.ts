import type { SqlSource } from '../source.ts';
import {
  POLICE_UK,
  coordinates,
  extraColumns,
  forceInRecords,
  hasColumns,
  monthSql,
  outsideForce,
  rawColumn,
} from './common.ts';

const COLUMNS = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Crime type',
  'Last outcome category',
  'Context',
];

/** data.police.uk bulk download: crimes at street level, a file for each force and month. */
export const policeUkStreet: SqlSource = {
  kind: 'sql',
  id: 'police-uk-street',
  title: 'Street-level crime',
  ...POLICE_UK,
  address: 'https://data.police.uk/data/',
  looksLike: `CSV with the columns ${COLUMNS.join(', ')}; a file for each force and month`,
  table: 'crime',

  recognises: (sample) =>
    hasColumns(sample, ['Crime ID', 'Month', 'Reported by', 'Crime type', 'Last outcome category']),

  plan(sample, context) {
    const head = sample.csv;
    if (!head) throw new TypeError('planned without a header');
    const column = (name: string): string => rawColumn(head, name);
    const force = forceInRecords(sample, context);
    const place = coordinates(column('Longitude'), column('Latitude'));
    const month = monthSql(column('Month'));
    return {
      scope: `police-uk-street/${force}`,
      force,
      warnings: extraColumns(head, COLUMNS),
      columns: {
        ...place.columns,
        month,
        crime_id: column('Crime ID'),
        category: column('Crime type'),
        lsoa_code: column('LSOA code'),
        lsoa_name: column('LSOA name'),
        location: column('Location'),
        last_outcome: column('Last outcome category'),
        context: column('Context'),
      },
      types: place.types,
      key: 'month',
      checks: [
        { column: 'Month', bad: `${month} IS NULL`, reason: 'not a month written as YYYY-MM' },
        { column: 'Crime type', bad: `${column('Crime type')} IS NULL`, reason: 'no crime type' },
        ...place.checks,
      ],
      idColumn: 'crime_id',
      notices: outsideForce(force, context),
    };
  },
};
