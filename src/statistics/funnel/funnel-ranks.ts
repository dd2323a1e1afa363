import { rankUncertainty, type UnitRank } from '../rank-uncertainty.ts';
import type { FunnelData, FunnelUnit } from './funnel-scores.ts';

/** Beyond these nobody reads a league table, and the draws would take seconds. */
const MOST_RANKED = 400;

/**
 * Intervals for the ranks of a funnel's units, rank 1 being the lowest value; null for more than 400 units. Values are ranked
 * on the scale on which their chance is of one size: the root of a rate or ratio (standard deviation 1/(2√n)), the
 * arcsine of the root of a proportion. The same units give the same answer.
 */
export function funnelRanks(units: readonly FunnelUnit[], data: FunnelData): readonly UnitRank[] | null {
  if (units.length > MOST_RANKED) return null;
  const estimates = units.map(({ numerator, denominator }) => {
    const root = Math.sqrt(numerator / denominator);
    return {
      estimate: data === 'proportion' ? Math.asin(Math.min(1, root)) : root,
      standardError: 1 / (2 * Math.sqrt(denominator)),
    };
  });
  return rankUncertainty(estimates, { draws: units.length > 100 ? 1000 : 4000 });
}
