import { readLabels } from '../labels.ts';
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
  'Outcome type',
];

/** data.police.uk bulk download: outcomes of crimes, dated by the month of the outcome. */
export const policeUkOutcomes: SqlSource = {
  kind: 'sql',
  id: 'police-uk-outcomes',
  title: 'Outcomes of street-level crime',
  ...POLICE_UK,
  address: 'https://data.police.uk/data/',
  looksLike: `CSV with the columns ${COLUMNS.join(', ')}; a file for each force and month of outcome`,
  table: 'outcome',

  recognises: (sample) => hasColumns(sample, ['Crime ID', 'Month', 'Reported by', 'Outcome type']),

  plan(sample, context) {
    const head = sample.csv;
    if (!head) throw new TypeError('planned without a header');
    const column = (name: string): string => rawColumn(head, name);
    const force = forceInRecords(sample, context);
    const place = coordinates(column('Longitude'), column('Latitude'));
    const month = monthSql(column('Month'));
    const outcome = column('Outcome type');
    return {
      scope: `police-uk-outcomes/${force}`,
      force,
      warnings: extraColumns(head, COLUMNS),
      columns: {
        ...place.columns,
        month,
        crime_id: column('Crime ID'),
        outcome,
        outcome_code: codeSql(outcome),
        lsoa_code: column('LSOA code'),
        lsoa_name: column('LSOA name'),
        location: column('Location'),
      },
      types: place.types,
      key: 'month',
      checks: [
        { column: 'Month', bad: `${month} IS NULL`, reason: 'not a month written as YYYY-MM' },
        { column: 'Outcome type', bad: `${outcome} IS NULL`, reason: 'no outcome' },
        ...place.checks,
      ],
      idColumn: 'crime_id',
      notices: outsideForce(force, context),
    };
  },
};

/** The Home Office outcome type of a label, where the label stands for one type. */
function codeSql(column: string): string {
  const cases = [...readLabels('street-outcomes')].map(
    ([label, code]) => `WHEN '${label.replaceAll("'", "''")}' THEN ${Number(code)}`,
  );
  return `CASE ${column} ${cases.join(' ')} END`;
}
