import type { Signal } from './plot-the-dots.ts';

/** One point. Limits are null where there are none: fewer than two neighbouring points to take a range from. */
export interface SpcPoint {
  readonly index: number;
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly signal: Signal | null;
}
