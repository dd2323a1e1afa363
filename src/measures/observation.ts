import type { Doubt } from './doubts.ts';

/**
 * Status flags, as published tables use them: [c] confidential, [x] not available, [p] provisional, [r] revised, [b] break
 * before this point, [u] low reliability, [e] estimated (by us: an interval from an assumed base, or another year's population),
 * [d] in doubt (by us: the data fail a check, which `doubts` names).
 */
export type Flag = 'c' | 'x' | 'p' | 'r' | 'b' | 'u' | 'e' | 'd';

/** One value of a measure, for an area, a group and a span of days. JSON of `scrutineer series`. */
export interface Observation {
  readonly area: string;
  readonly group?: string;
  /** "2023-08", "2023 Q3", "2022/23", "2022" or "12 months to 2023-08". */
  readonly period: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly flags: readonly Flag[];
  /** Why the figure is in doubt; only with the flag `d`. `left_out`: questions do not judge it. */
  readonly doubts?: readonly Pick<Doubt, 'check' | 'seen' | 'left_out'>[];
  /** The release that it comes from; several are joined by a blank. */
  readonly release: string;
}

/** A measure's observations, ordered by area, group and time. */
export interface Series {
  readonly measure: string;
  /** Version of the definition: hash of the recipe. */
  readonly definition: string;
  readonly unit: string;
  readonly direction: 'lower' | 'higher' | 'neither';
  readonly observations: readonly Observation[];
  /** Which feed answered: "rows", "published counts", or "cited figures", with its source. */
  readonly feed: string;
  /** What a reader must know before using the numbers. */
  readonly notes: readonly string[];
}
