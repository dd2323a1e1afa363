import { isMark, numberIn } from '../raw/marks.ts';
import { hasRawColumns, rawColumns } from '../raw/columns.ts';
import { meaningOf } from '../raw/labels.ts';
import type { QueryPlan, QuerySource, RawTable, SourceContext } from '../source.ts';
import { areaNamed } from '../table/cells.ts';
import { quarter } from '../table/period.ts';
import { RowFault } from '../table/row-fault.ts';

const COLUMNS = {
  year: ['year'],
  quarter: ['quarter'],
  question: ['measurement_var'],
  area: ['geography'],
  sex: ['sex'],
  age: ['age'],
  kind: ['characteristic_var'],
  value: ['characteristic'],
  estimate: ['estimate'],
  error: ['standard_error'],
  base: ['unweighted_count'],
};

/**
 * Perceptions from the Crime Survey for England and Wales: estimates for a year of interviews, with standard errors and unweighted
 * bases, by a characteristic, sex and age. Questions go by the survey's own names (`ratpol3`, `patt1`).
 */
export const csewPerceptions: QuerySource = {
  kind: 'query',
  id: 'csew-perceptions',
  table: 'survey_estimate',
  title: 'Crime Survey for England and Wales: perceptions, with standard errors',
  publisher: 'Office for National Statistics',
  licence: 'Open Government Licence v3.0',
  address: 'https://www.ons.gov.uk/peoplepopulationandcommunity/crimeandjustice',
  looksLike:
    'year, quarter, measurement_var, …, geography, …, sex, age, characteristic_var, characteristic, estimate, standard_error, unweighted_count',
  recognises: (sample) =>
    hasRawColumns(sample, ['measurement_var', 'characteristic_var', 'standard_error', 'unweighted_count']),
  plan: planPerceptions,
};

async function planPerceptions(table: RawTable, { areas }: SourceContext): Promise<QueryPlan> {
  const at = rawColumns(table, COLUMNS);
  const cell = (key: keyof typeof COLUMNS): string => `c${at[key]}`;
  const times = await meaningOf(table, [at.year, at.quarter], ['date'], (year = '', number = '') => {
    const period = quarter(`${year} Q${number}`);
    if (!period) throw new RowFault('quarter', `"${year} Q${number}" is not a quarter`);
    return { date: period.to };
  });
  const places = await meaningOf(table, [at.area], ['area', 'type'], (name = '') => {
    const area = areaNamed(areas, name, ['nation', 'region', 'force'], 'geography');
    return { area: area.name, type: area.type };
  });
  const estimate = numberIn(cell('estimate'));
  return {
    scope: 'csew-perceptions',
    force: null,
    warnings: [],
    columns: {
      survey: `'CSEW'`,
      area: places.sql.area,
      area_type: places.sql.type,
      // All three say who was asked; a group is told by them together.
      group_type: `concat(${cell('kind')}, ' | sex | age')`,
      group_value: `concat(coalesce(${cell('value')}, 'All'), ' | ', ${cell('sex')}, ' | ', ${cell('age')})`,
      question: cell('question'),
      date: times.sql.date,
      value: estimate,
      base: numberIn(cell('base')),
      standard_error: numberIn(cell('error')),
      months: '12',
    },
    checks: [
      ...times.checks,
      ...places.checks,
      {
        column: 'estimate',
        bad: `${estimate} IS NULL AND NOT ${isMark(cell('estimate'))} OR NOT (coalesce(${estimate}, 0) BETWEEN 0 AND 1)`,
        reason: 'not a proportion between 0 and 1',
      },
      {
        column: 'standard_error',
        bad: `${cell('error')} IS NOT NULL AND NOT ${isMark(cell('error'))} AND NOT (coalesce(${numberIn(cell('error'))}, -1) >= 0)`,
        reason: 'not a standard error',
      },
      {
        column: 'unweighted_count',
        bad: `NOT ${isMark(cell('base'))} AND NOT (coalesce(${numberIn(cell('base'))}, -1) >= 0)`,
        reason: 'not a count',
      },
    ],
    notices: [
      {
        count: `count(*) FILTER (WHERE ${isMark(cell('estimate'))})`,
        say: (count) => `${count} estimates are withheld; they are kept without a value.`,
      },
    ],
  };
}
