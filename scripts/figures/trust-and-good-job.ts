import type { IsoDate } from '../../src/foundation/iso-date.ts';
import { NOT_STATED, OGL, type Recipe } from './recipe.ts';

/** Trust, and "good job" (confidence), by borough and for the force, a quarter apart. */
export const trustAndGoodJob: Recipe = {
  file: 'mopac-trust-and-good-job.csv',
  inputs: ['mopac-public-attitude-survey/PAS_buroughs.csv'],
  citation: {
    publisher: "Mayor's Office for Policing and Crime (MOPAC)",
    title: 'MOPAC Public Attitude Survey (Public Voice dashboard)',
    licence: OGL,
    address: 'https://data.london.gov.uk/dataset/mopac-surveys',
    published: '2024-01-01' as IsoDate,
    basis: 'not-before',
    sources: [],
    notes: [
      NOT_STATED,
      'Each figure covers the twelve months to its date. Neither bases nor intervals are published.',
      'Trust and "good job" are different questions.',
    ],
  },
  sql: `
SELECT area, area_type, question AS measure, date - to_months(months) + INTERVAL 1 DAY AS "from", date AS "to", value, 'share' AS unit
FROM (SELECT *, last_day(date) = date AS whole FROM survey_estimate_current)
WHERE question IN ('trust', 'good-job') AND whole
ORDER BY question, area_type DESC, area, date`,
};
