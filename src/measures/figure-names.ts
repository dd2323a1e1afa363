import type { Measures } from './load-measures.ts';

/** Figures that measures divide by, which are no measures themselves. */
const DENOMINATORS = ['population'];

/** Every name that a figure with a citation may carry: the ids of the catalogue's measures, and what they are divided by. */
export function figureNames(measures: Measures): ReadonlySet<string> {
  return new Set([...measures.list().map(({ id }) => id), ...DENOMINATORS]);
}
