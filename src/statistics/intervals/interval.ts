/** An estimate with the limits of its interval; all three in the unit of the estimate. */
export interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}
