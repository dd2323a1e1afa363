import type { Measure, Observation } from '../../measures/index.ts';
import type { StagedFigure } from './figures.ts';
import { splitRate, type Split } from './split.ts';

/** The latest figure known then against the latest known now, and what makes up the difference. */
export interface Latest {
  readonly then: Observation & { readonly value: number };
  readonly now: Observation & { readonly value: number };
  /** What the figure known then reads now. */
  readonly thenReadsNow: Observation & { readonly value: number };
  readonly split: Split;
  /** From the figure known then, as it reads now, to the latest. */
  readonly world: number;
  /** For a rate: what its events and its population did, within revised data and within the world; null otherwise. */
  readonly parts: { readonly data: RateParts; readonly world: RateParts } | null;
}

interface RateParts {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Definition, revised data and the world between the latest figure known then and the latest known now. Null where either is
 * missing, or where the figure known then is no longer given.
 */
export function latestOf(figures: readonly StagedFigure[], measure: Measure): Latest | null {
  const before = figures.findLast(({ observations }) => hasValue(observations.then));
  const after = figures.findLast(({ observations }) => hasValue(observations.now));
  const [then, thenReadsNow, now] = [
    before?.observations.then ?? null,
    before?.observations.now ?? null,
    after?.observations.now ?? null,
  ];
  if (!before?.split || !hasValue(then) || !hasValue(thenReadsNow) || !hasValue(now)) return null;
  const { redefined, revised } = before.observations;
  const data = partsOf(redefined, revised, measure);
  const world = partsOf(thenReadsNow, now, measure);
  return {
    then,
    now,
    thenReadsNow,
    split: before.split,
    world: now.value - thenReadsNow.value,
    parts: data === null || world === null ? null : { data, world },
  };
}

function partsOf(before: Observation | null, after: Observation | null, measure: Measure): RateParts | null {
  if (measure.kind !== 'rate' || !isRatio(before) || !isRatio(after)) return null;
  return splitRate(before, after, measure.per);
}

function isRatio(
  each: Observation | null,
): each is Observation & { readonly numerator: number; readonly denominator: number } {
  return each !== null && each.numerator !== null && each.denominator !== null && each.denominator > 0;
}

function hasValue(each: Observation | null): each is Observation & { readonly value: number } {
  return each !== null && each.value !== null;
}
