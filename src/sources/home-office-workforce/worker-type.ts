import { RowFault } from '../table/row-fault.ts';

/** Kinds of police worker, as the tables write them in the singular and the plural → the stem of a measure's name. */
const KINDS: readonly (readonly [pattern: RegExp, stem: string])[] = [
  [/^police staff and designated/i, 'police-staff-and-designated-officers'],
  [/^police officers?/i, 'police-officers'],
  [/^police staff/i, 'police-staff'],
  [/^police community support officers?/i, 'police-community-support-officers'],
  [/^designated officers?/i, 'designated-officers'],
  [/^special constables?/i, 'special-constables'],
  [/^police support volunteers?/i, 'police-support-volunteers'],
  [/^traffic wardens?/i, 'traffic-wardens'],
];

export type Counted = 'full-time equivalents' | 'headcount';

/**
 * The measure of a kind of worker: `police-officers` counts full-time equivalents, `police-officers-headcount` people. Special constables and
 * volunteers are only ever counted as people.
 * @throws RowFault for an unknown kind
 */
export function workforceMeasure(kind: string, counted: Counted, column: string): string {
  const stem = KINDS.find(([pattern]) => pattern.test(kind.trim()))?.[1];
  if (stem === undefined) throw new RowFault(column, `unknown kind of worker "${kind}"`);
  return counted === 'headcount' ? `${stem}-headcount` : stem;
}
