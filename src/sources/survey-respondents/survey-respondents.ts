import { day } from '../table/cells.ts';
import { rawColumns, hasRawColumns, otherColumns } from '../raw/columns.ts';
import { meaningOf } from '../raw/labels.ts';
import { areaNamed } from '../table/cells.ts';
import type { QueryPlan, QuerySource, RawTable, SourceContext } from '../source.ts';

const COLUMNS = {
  survey: ['survey'],
  date: ['date'],
  area: ['area'],
  weight: ['weight'],
  stratum: ['stratum'],
  cluster: ['cluster'],
  question: ['question'],
  answer: ['answer'],
};
const NEEDED = Object.keys(COLUMNS);

/**
 * Answers of the people whom a survey asked, a row for each person and question, with the weight and the places in the sample that
 * margins of error need. Nobody publishes these for the Public Attitude Survey: who holds them may put them in this layout.
 */
export const surveyRespondents: QuerySource = {
  kind: 'query',
  id: 'survey-respondents',
  table: 'survey_response',
  title: 'Answers of survey respondents, with weights and sample design',
  publisher: 'whoever holds the survey',
  licence: 'not published',
  address: 'not published',
  looksLike: `${NEEDED.join(', ')}: a row for each person and question`,
  recognises: (sample) => hasRawColumns(sample, NEEDED),
  plan: planRespondents,
};

async function planRespondents(table: RawTable, { areas }: SourceContext): Promise<QueryPlan> {
  const at = rawColumns(table, COLUMNS);
  const cell = (key: keyof typeof COLUMNS): string => `c${at[key]}`;
  const dates = await meaningOf(table, [at.date], ['date'], (text = '') => ({ date: day(text, 'date') }));
  const places = await meaningOf(table, [at.area], ['area'], (name = '') => ({
    area: areaNamed(areas, name, ['borough', 'force'], 'area').name,
  }));
  const extra = otherColumns(table, at).map(({ name }) => name);
  const weight = `TRY_CAST(${cell('weight')} AS DOUBLE)`;
  return {
    scope: 'survey-respondents',
    force: null,
    warnings:
      extra.length > 0 ? [`columns that are not part of the layout were left out: ${extra.join(', ')}`] : [],
    columns: {
      survey: cell('survey'),
      date: dates.sql.date,
      area: places.sql.area,
      weight,
      stratum: cell('stratum'),
      cluster: cell('cluster'),
      question: cell('question'),
      answer: cell('answer'),
    },
    checks: [
      ...dates.checks,
      ...places.checks,
      { column: 'survey', bad: `${cell('survey')} IS NULL`, reason: 'the survey is not named' },
      { column: 'question', bad: `${cell('question')} IS NULL`, reason: 'the question is not named' },
      {
        column: 'weight',
        bad: `(${weight} IS NULL OR NOT (${weight} BETWEEN 0 AND 1e9))`,
        reason: 'not a weight (a number, 0 or more)',
      },
    ],
    notices: [],
  };
}
