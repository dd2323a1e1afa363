import { hasRawColumns, rawColumns } from '../raw/columns.ts';
import type { QueryPlan, QuerySource, RawTable } from '../source.ts';

const COLUMNS = {
  date: ['date'],
  time: ['time'],
  latitude: ['lat'],
  longitude: ['lng'],
  race: ['subject_race'],
  type: ['type'],
  outcome: ['outcome'],
  found: ['contraband_found'],
  searched: ['search_conducted'],
  reason: ['reason_for_stop'],
};

/**
 * Stops in the layout of the Stanford Open Policing Project, a row each: for methods that need stops with a time and a place. They are American:
 * no force of ours, local time, and searches of which something was found where British rows have an outcome linked to its object.
 */
export const stanfordStops: QuerySource = {
  kind: 'query',
  id: 'stanford-stops',
  table: 'stop_search',
  title: 'Stanford Open Policing, stops',
  publisher: 'Stanford Open Policing Project',
  licence: 'ODC-BY 1.0',
  address: 'https://openpolicing.stanford.edu/data/',
  looksLike:
    'date, time, location, lat, lng, subject_race, type, …, outcome, contraband_found, search_conducted, reason_for_stop',
  recognises: (sample) =>
    hasRawColumns(sample, ['date', 'time', 'subject_race', 'contraband_found', 'search_conducted']),
  plan: planStops,
};

async function planStops(table: RawTable): Promise<QueryPlan> {
  const at = rawColumns(table, COLUMNS, ['time', 'latitude', 'longitude', 'reason', 'outcome']);
  const cell = (key: keyof typeof COLUMNS): string => (at[key] === -1 ? 'NULL' : `nullif(c${at[key]}, 'NA')`);
  const day = `TRY_CAST(${cell('date')} AS DATE)`;
  const flag = (key: keyof typeof COLUMNS): string => `TRY_CAST(${cell(key)} AS BOOLEAN)`;
  const degrees = (key: 'latitude' | 'longitude'): string => `TRY_CAST(${cell(key)} AS DOUBLE)`;
  return {
    scope: `stanford-stops/${table.file.path.split('/').at(-1) ?? ''}`,
    force: null,
    warnings: ['stops of a police force of the United States; no force of ours, and times are local'],
    columns: {
      month: `date_trunc('month', ${day})`,
      at: `coalesce(TRY_CAST(concat(${cell('date')}, ' ', ${cell('time')}) AS TIMESTAMP), CAST(${day} AS TIMESTAMP))`,
      type: `CASE WHEN ${flag('searched')} THEN concat(${cell('type')}, ', searched') ELSE concat(${cell('type')}, ', not searched') END`,
      officer_defined_ethnicity: cell('race'),
      legislation: cell('reason'),
      outcome: cell('outcome'),
      outcome_linked: flag('found'),
      longitude: degrees('longitude'),
      latitude: degrees('latitude'),
    },
    checks: [
      { column: 'date', bad: `coalesce(year(${day}) NOT BETWEEN 1000 AND 2199, true)`, reason: 'not a date' },
      ...(['latitude', 'longitude'] as const).map((key) => ({
        column: key,
        bad: `${cell(key)} IS NOT NULL AND NOT (coalesce(abs(${degrees(key)}), 999) <= ${key === 'latitude' ? 90 : 180})`,
        reason: `not a ${key} in degrees`,
      })),
    ],
    notices: [],
  };
}
