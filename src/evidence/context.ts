import type { Comparators } from '../areas/index.ts';
import type { Workspace } from '../lake/workspace.ts';
import type { Vintage } from '../lake/vintages.ts';
import type { MeasureContext, Observation } from '../measures/index.ts';
import type { Finding, Input } from './finding.ts';

/** What questions are answered from. */
export interface EvidenceContext extends MeasureContext {
  readonly comparators: Comparators;
}

/** The whole reading side of the program, with the workspace it reads. */
export interface ReadingSide extends EvidenceContext {
  readonly workspace: Workspace;
  readonly version: string;
}

/** Which data an answer may use. */
export interface Knowledge {
  readonly vintage: Vintage;
}

/** The releases behind some observations, with the hashes of their bytes. */
export function inputsOf({ lake }: EvidenceContext, observations: readonly Observation[]): Input[] {
  const used = new Set(observations.flatMap(({ release }) => release.split(' ')));
  return [...used]
    .filter((release) => release !== '')
    .toSorted()
    .map((release) => ({ release, sha256: lake.sha256Of(release) ?? '' }));
}

/** The answer when nothing is held to answer from. */
export function noData(
  head: Pick<Finding, 'question' | 'method' | 'method_version' | 'definition'>,
  why: string,
): Finding {
  return {
    ...head,
    verdict: 'no-data',
    sentence: why,
    numbers: {},
    caveats: [],
    inputs: [],
    from: null,
    to: null,
  };
}
