import { StatisticsError } from '../statistics-error.ts';

/** What the numerators and denominators of a funnel are: observed over expected, events of trials, or events per exposure. */
export type FunnelData = 'ratio' | 'proportion' | 'rate';

export interface FunnelUnit {
  readonly numerator: number;
  readonly denominator: number;
}

/** A unit on the scale on which its noise is nearly normal: distance from the target and its standard deviation. */
export interface FunnelScore {
  readonly distance: number;
  readonly deviation: number;
}

/** The centre of the funnel: 1 for observed over expected, else the share or rate of all units together. */
export function funnelTarget(units: readonly FunnelUnit[], data: FunnelData): number {
  if (data === 'ratio') return 1;
  const numerator = units.reduce((sum, unit) => sum + unit.numerator, 0);
  const denominator = units.reduce((sum, unit) => sum + unit.denominator, 0);
  if (numerator === 0) {
    throw new StatisticsError(
      'no-data',
      'There are no events in any unit.',
      'A funnel needs events around a target above 0.',
    );
  }
  return numerator / denominator;
}

/**
 * Scores by Spiegelhalter's transformations, as FunnelPlotR uses them: ln(O/E) with 1/√E for ratios, arcsine of the root
 * with 1/(2√n) for proportions, ln of the rate with half an event added for rates. A ratio without events counts as
 * half an event, for its logarithm has no value.
 */
export function funnelScore(unit: FunnelUnit, data: FunnelData, target: number): FunnelScore {
  const { numerator: a, denominator: n } = unit;
  if (data === 'ratio') {
    return { distance: Math.log(Math.max(a, 0.5) / n / target), deviation: 1 / Math.sqrt(n) };
  }
  if (data === 'proportion') {
    return {
      distance: Math.asin(Math.sqrt(a / n)) - Math.asin(Math.sqrt(target)),
      deviation: 1 / (2 * Math.sqrt(n)),
    };
  }
  return {
    distance: Math.log((a + 0.5) / (n + 0.5)) - Math.log(target),
    deviation: a === 0 ? Math.SQRT2 : Math.sqrt(a / (a + 0.5) ** 2 + n / (n + 0.5) ** 2),
  };
}
