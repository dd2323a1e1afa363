import type { TableName } from '../lake/tables.ts';

/** When the rows of a table happened, as SQL: the first and last day that a row speaks of. */
export interface TableTimes {
  readonly from: string;
  /** Null where a row belongs to the whole month that begins with `from`. */
  readonly to: string | null;
  /** The day that "since" and "until" are held against. */
  readonly since: string;
}

// A survey's or a series' date is the last day of its window; without months it is that day alone.
const ENDING: TableTimes = {
  from: `CASE WHEN months > 0 THEN CAST(date + INTERVAL '1' DAY - INTERVAL '1' MONTH * months AS DATE) ELSE date END`,
  to: 'date',
  since: 'date',
};
const SPAN: TableTimes = { from: 'period_from', to: 'period_to', since: 'period_from' };
const DAY_IN_MONTH: TableTimes = {
  from: `CAST(date_trunc('month', date) AS DATE)`,
  to: null,
  since: 'date',
};
const MONTH: TableTimes = { from: 'month', to: null, since: 'month' };

const BY_TABLE: Partial<Record<TableName, TableTimes>> = {
  survey_estimate: ENDING,
  indicator: ENDING,
  use_of_force: SPAN,
  breakdown: SPAN,
  published_figure: SPAN,
  thorough_search: DAY_IN_MONTH,
  survey_response: DAY_IN_MONTH,
};

/** When the rows of a table happened: by month, where it is not said otherwise. */
export function tableTimes(table: TableName): TableTimes {
  return BY_TABLE[table] ?? MONTH;
}
