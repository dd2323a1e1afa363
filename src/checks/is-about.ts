import { sqlText } from '../lake/engine.ts';
import type { Feed, Measure } from '../measures/index.ts';
import type { Problem } from './problem.ts';

/** Whether a measure is made, by one of its feeds and split by a column, of the part of the table that a problem is about. */
export function isAbout(
  { part, column, measures }: Problem,
  measure: Measure,
  feed: Feed,
  by: string | null,
): boolean {
  if (measures !== null)
    return measures.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(measure.id));
  if (feed.kind === 'figure') return false;
  const recipe = [feed.where, feed.numerator, feed.denominator, feed.value]
    .filter((sql) => sql !== null)
    .join('\n');
  if (!Object.values(part).every((value) => recipe.includes(sqlText(value)))) return false;
  if (column === null) return true;
  const split = by === null ? '' : (feed.by[by] ?? '');
  return new RegExp(`\\b${column}\\b`).test(`${recipe}\n${split}`);
}
