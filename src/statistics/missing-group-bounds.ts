import { requireNotNegative, requirePositive } from './check-input.ts';

/** Events recorded for a group, and how many people there are in it. */
export interface RecordedGroup {
  readonly events: number;
  readonly population: number;
}

/** What the events without a recorded group allow. Null: no finite number can be named. */
export interface RatioBounds {
  /** The ratio among events whose group is known. */
  readonly completeCase: number | null;
  /** If every unknown event belonged to the reference … */
  readonly lower: number;
  /** … and if every one belonged to the group. */
  readonly upper: number | null;
}

/**
 * Worst-case bounds for a ratio of rates when the group of `unknown` events was not recorded. No assumption at all is
 * made about them, so the true ratio is certain to lie inside (chance apart).
 *
 *     lower = (a/N) ÷ ((b + U)/M)      upper = ((a + U)/N) ÷ (b/M)
 *
 * Source: Manski (2003), Partial Identification of Probability Distributions, ch. 1. Checked against
 * `oracles/disparity_oracle.R`.
 *
 * @throws StatisticsError for negative counts or a population of 0
 */
export function missingGroupBounds(
  group: RecordedGroup,
  reference: RecordedGroup,
  unknown: number,
): RatioBounds {
  requireNotNegative(group.events, 'events');
  requireNotNegative(reference.events, 'events of the reference');
  requireNotNegative(unknown, 'events without a group');
  requirePositive(group.population, 'population');
  requirePositive(reference.population, 'population of the reference');
  const relative = (a: number, b: number) =>
    b === 0 ? null : a / group.population / (b / reference.population);
  return {
    completeCase: relative(group.events, reference.events),
    lower: relative(group.events, reference.events + unknown) ?? 0,
    upper: relative(group.events + unknown, reference.events),
  };
}

/**
 * The ratio if the odds that an unknown event belongs to the group (rather than the reference) were `shift` times those
 * among the known. 1 gives the complete-case ratio; null without events in the reference.
 */
export function oddsShiftRatio(
  group: RecordedGroup,
  reference: RecordedGroup,
  unknown: number,
  shift: number,
): number | null {
  requirePositive(shift, 'the shift of the odds');
  const { events: a } = group;
  const { events: b } = reference;
  missingGroupBounds(group, reference, unknown);
  if (b === 0) return null;
  const odds = (shift * a) / b;
  const share = odds / (1 + odds);
  return (a + unknown * share) / group.population / ((b + unknown * (1 - share)) / reference.population);
}
