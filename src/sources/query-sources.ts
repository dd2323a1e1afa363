import { csewPerceptions } from './csew/perceptions.ts';
import { mpsAreaCrime } from './mps-area-crime/mps-area-crime.ts';
import { breakdowns } from './breakdowns/breakdowns.ts';
import { smallAreaCensus } from './population/small-area-census.ts';
import { stanfordStops } from './stanford/stops.ts';
import { surveyRespondents } from './survey-respondents/survey-respondents.ts';
import type { QuerySource } from './source.ts';

/** Every format that is laid into the database and read by SQL. No two recognise the same file, nor one that a rows source knows. */
export const querySources: readonly QuerySource[] = [
  ...mpsAreaCrime,
  ...breakdowns,
  csewPerceptions,
  stanfordStops,
  smallAreaCensus,
  surveyRespondents,
];
