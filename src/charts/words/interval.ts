import { measurable } from './measurable.ts';

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** An interval that can be drawn: both ends numbers, the right way round; else null. */
export function drawableInterval(
  lower: number | null | undefined,
  upper: number | null | undefined,
): Interval | null {
  const [from, to] = [measurable(lower), measurable(upper)];
  return from === null || to === null || from > to ? null : { lower: from, upper: to };
}

/** Where an interval (or a bare value) stands to a level: above, below, or not told apart. */
export function standing(
  value: number,
  interval: Interval | null,
  level: number,
): 'above' | 'below' | 'similar' {
  const [low, high] = interval === null ? [value, value] : [interval.lower, interval.upper];
  if (low > level) return 'above';
  return high < level ? 'below' : 'similar';
}
