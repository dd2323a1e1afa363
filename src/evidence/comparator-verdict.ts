import { ask } from './ask.ts';
import type { EvidenceContext } from './context.ts';
import type { Finding } from './finding.ts';
import { parseQuestion } from './question.ts';
import type { Measure } from '../measures/index.ts';

export type ComparatorName = 'national' | 'most-similar';

/** How an area stands against a comparator; `not-published` when no figure for both is held, `not-compared` by the catalogue. */
export interface ComparatorVerdict {
  readonly verdict: 'above' | 'below' | 'similar' | 'not-published' | 'not-compared';
  /** The whole answer; null where the catalogue compares the measure with no such thing. */
  readonly finding: Finding | null;
}

/** Asks how an area stands against a comparator, if the measure is compared with it at all. */
export async function comparatorVerdict(
  context: EvidenceContext,
  measure: Measure,
  area: string,
  comparator: ComparatorName,
): Promise<ComparatorVerdict> {
  if (!measure.comparators.includes(comparator)) return { verdict: 'not-compared', finding: null };
  const question = { ...parseQuestion(`compare ${measure.id} --with ${comparator}`), area };
  const finding = await ask(context, question);
  const { verdict } = finding;
  return verdict === 'above' || verdict === 'below' || verdict === 'similar'
    ? { verdict, finding }
    : { verdict: 'not-published', finding };
}
