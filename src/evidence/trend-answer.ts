import type { Observation } from '../measures/index.ts';
import type { Finding } from './finding.ts';

/** What a trend answers, before method and inputs are added. */
export type TrendAnswer =
  | (Pick<Finding, 'verdict' | 'sentence' | 'numbers' | 'caveats' | 'from' | 'to'> & {
      readonly used: readonly Observation[];
    })
  | { readonly missing: string };
