import { surveyDesign, type SurveyDesign } from '../statistics/index.ts';
import type { Table } from './table.ts';

/** Roles of the columns that describe how respondents were drawn. */
export const DESIGN_COLUMNS = ['weight', 'stratum', 'cluster', 'fpc'] as const;

/** The design of a survey table; only `weight` must be there. */
export function designOf(table: Table): SurveyDesign {
  return surveyDesign({
    weights: Float64Array.from(table.numbers('weight')),
    ...(table.has('stratum') ? { strata: codesOf(table.text('stratum')) } : {}),
    ...(table.has('cluster') ? { clusters: codesOf(table.text('cluster')) } : {}),
    ...(table.has('fpc') ? { fpc: Float64Array.from(table.numbers('fpc')) } : {}),
  });
}

/** Texts as codes from 0 in order of appearance; with `blank`, an empty one is −1. */
export function codesOf(texts: readonly string[], blank = false): Int32Array {
  const codes = new Map<string, number>();
  return Int32Array.from(texts, (text) => {
    if (blank && text === '') return -1;
    const code = codes.get(text) ?? codes.size;
    codes.set(text, code);
    return code;
  });
}
