import { Measures } from './load-measures.ts';
import type { Measure } from './measure.ts';
import type { MeasureContext } from './series.ts';

/** The same program, in which a measure has another recipe: an earlier one, or one that only some of its feeds may answer. */
export function withRecipe<Context extends MeasureContext>(context: Context, measure: Measure): Context {
  const others = context.measures.list().filter(({ id }) => id !== measure.id);
  return { ...context, measures: new Measures([...others, measure], context.measures.recordSets) };
}
