import { createHash } from 'node:crypto';
import type { Measure } from './measure.ts';

type Recipe = Pick<Measure, 'kind' | 'per' | 'definition' | 'feeds' | 'perPopulation'>;

/** What is part of the hash even where it says nothing: it always was, and versions that people have cited stay as they are. */
const ALWAYS: ReadonlySet<string> = new Set([
  'kind',
  'per',
  'definition',
  'feeds',
  'perPopulation',
  'table',
  'source',
  'where',
  'numerator',
  'denominator',
  'value',
  'by',
]);

/**
 * A hash of the recipe alone: titles and notes may be reworded without the numbers meaning something else. What says nothing (no value,
 * an empty list) is left out, so that a key that the program learns changes the versions of those measures only that use it.
 */
export function definitionVersion({ kind, per, definition, feeds, perPopulation }: Recipe): string {
  const recipe = { kind, per, definition, feeds, perPopulation };
  const text = JSON.stringify(recipe, (key, value: unknown) =>
    !ALWAYS.has(key) && saysNothing(value) ? undefined : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
