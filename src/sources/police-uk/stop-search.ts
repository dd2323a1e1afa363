import { readLabels } from '../labels.ts';
import type { SqlSource } from '../source.ts';
import { POLICE_UK, coordinates, extraColumns, forceOfFile, hasColumns, rawColumn } from './common.ts';

const COLUMNS = [
  'Type',
  'Date',
  'Part of a policing operation',
  'Policing operation',
  'Latitude',
  'Longitude',
  'Gender',
  'Age range',
  'Self-defined ethnicity',
  'Officer-defined ethnicity',
  'Legislation',
  'Object of search',
  'Outcome',
  'Outcome linked to object of search',
  'Removal of more than just outer clothing',
];

/** data.police.uk bulk download: stop and search, a file for each force and month. */
export const policeUkStopSearch: SqlSource = {
  kind: 'sql',
  id: 'police-uk-stop-search',
  title: 'Stop and search',
  ...POLICE_UK,
  address: 'https://data.police.uk/data/',
  looksLike: `CSV with the columns ${COLUMNS.join(', ')}; a file for each force and month; the force stands in the file's name`,
  table: 'stop_search',

  recognises: (sample) =>
    hasColumns(sample, [
      'Type',
      'Date',
      'Officer-defined ethnicity',
      'Legislation',
      'Object of search',
      'Outcome',
    ]),

  plan(sample, context) {
    const head = sample.csv;
    if (!head) throw new TypeError('planned without a header');
    const column = (name: string): string => rawColumn(head, name);
    const force = forceOfFile(sample, context);
    const place = coordinates(column('Longitude'), column('Latitude'));
    const at = `TRY_CAST(${column('Date')} AS TIMESTAMP)`;
    return {
      scope: `police-uk-stop-search/${force.slug}`,
      force: force.slug,
      warnings: [...(force.warning === null ? [] : [force.warning]), ...extraColumns(head, COLUMNS)],
      columns: {
        ...place.columns,
        month: londonMonth(at),
        at,
        type: column('Type'),
        gender: column('Gender'),
        age_range: column('Age range'),
        self_defined_ethnicity: relabel(column('Self-defined ethnicity'), SELF_DEFINED),
        officer_defined_ethnicity: column('Officer-defined ethnicity'),
        legislation: column('Legislation'),
        object_of_search: column('Object of search'),
        outcome: relabel(column('Outcome'), OUTCOMES),
        outcome_linked: flag(column('Outcome linked to object of search')),
        removal_of_clothing: flag(column('Removal of more than just outer clothing')),
        part_of_operation: flag(column('Part of a policing operation')),
        operation: column('Policing operation'),
      },
      types: { ...place.types, [column('Date')]: 'TIMESTAMP' },
      key: 'month',
      checks: [
        {
          column: 'Date',
          bad: `coalesce(year(${at}) NOT BETWEEN 1000 AND 2199, true)`,
          reason: 'not a date and time',
        },
        { column: 'Type', bad: `${column('Type')} IS NULL`, reason: 'no type of search' },
        ...flagChecks(column),
        ...place.checks,
      ],
      notices: [unknownLabels('outcome', OUTCOMES), unknownLabels('self_defined_ethnicity', SELF_DEFINED)],
    };
  },
};

const OUTCOMES = readLabels('stop-search-outcomes');
const SELF_DEFINED = readLabels('self-defined-ethnicity');
const FLAGS = [
  'Outcome linked to object of search',
  'Removal of more than just outer clothing',
  'Part of a policing operation',
];
const FLAG_VALUES = `'True', 'False', 'true', 'false', '1.0', '0.0', '1', '0'`;

/**
 * First day of the month by London time of a UTC time. Between the last Sundays of March and October London
 * is an hour ahead; since every month end from 31 March to 30 September lies inside that span and 31 October
 * outside it, the month alone tells whether the hour matters.
 */
export function londonMonth(at: string): string {
  return `CAST(date_trunc('month', CASE WHEN month(${at}) BETWEEN 3 AND 9 THEN ${at} + INTERVAL '1' HOUR ELSE ${at} END) AS DATE)`;
}

function flag(column: string): string {
  return `CASE WHEN ${column} IN ('True', 'true', '1.0', '1') THEN true WHEN ${column} IN ('False', 'false', '0.0', '0') THEN false END`;
}

function flagChecks(column: (name: string) => string): { column: string; bad: string; reason: string }[] {
  return FLAGS.map((name) => ({
    column: name,
    bad: `(${column(name)} IS NOT NULL AND ${column(name)} NOT IN (${FLAG_VALUES}))`,
    reason: 'neither True nor False',
  }));
}

/** Replaces earlier labels by later ones; a label that we do not know stays as it is (and is reported). */
function relabel(column: string, labels: ReadonlyMap<string, string>): string {
  const changed = [...labels].filter(([published, label]) => published !== label);
  const cases = changed.map(
    ([published, label]) => `WHEN '${published.replaceAll("'", "''")}' THEN '${label.replaceAll("'", "''")}'`,
  );
  return `CASE ${column} ${cases.join(' ')} ELSE ${column} END`;
}

function unknownLabels(
  column: string,
  labels: ReadonlyMap<string, string>,
): { count: string; say: (count: number) => string } {
  const known = [...new Set(labels.values())].map((label) => `'${label.replaceAll("'", "''")}'`).join(', ');
  return {
    count: `count(*) FILTER (WHERE ${column} IS NOT NULL AND ${column} NOT IN (${known}))`,
    say: (count) =>
      `${count} rows carry a label in ${column} that catalogue/labels does not know; it is kept as published.`,
  };
}
