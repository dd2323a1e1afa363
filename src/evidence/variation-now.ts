import type { Direction } from '../measures/index.ts';
import { xmr, type Variation, type XmrResult } from '../statistics/index.ts';
import { attempt } from './attempt.ts';

/** What the "plot the dots" rules say of the last point, on limits from the points that are judged. */
export interface VariationNow {
  readonly variation: Variation;
  /** The side of the centre that a special cause lies on. */
  readonly side: 'up' | 'down';
  readonly chart: XmrResult;
  /** Last day of the period of each point of the chart. */
  readonly days: readonly string[];
}

/** A value and the last day of its period; null where a period is missing. */
export interface DatedValue {
  readonly to: string;
  readonly value: number | null;
}

/** Fewer points than this give no limits worth judging by. */
const FEWEST = 12;

/** Judges the last point of some values at even steps; null with too few of them. */
export function variationNow(points: readonly DatedValue[], direction: Direction): VariationNow | null {
  const values = points.map(({ value }) => value);
  if (values.filter((value) => value !== null).length < FEWEST) return null;
  const chart = attempt(() => xmr(values, { better: direction }));
  if (!chart) return null;
  const { variation } = chart;
  const up = variation === 'high' || variation === (direction === 'lower' ? 'concern' : 'improvement');
  return {
    variation,
    side: up || variation === 'none' ? 'up' : 'down',
    chart,
    days: points.map(({ to }) => to),
  };
}
