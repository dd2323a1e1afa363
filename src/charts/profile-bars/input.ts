import type { ChartHead } from '../chart.ts';

/**
 * The same groups in several populations side by side: who is searched, who lives there, who is a victim. With `sides` the
 * bars run both ways from the middle, as in a pyramid of ages by sex.
 */
export interface ProfileBarsInput extends ChartHead {
  /** What is compared, as the beginning of a sentence: "People searched". */
  readonly subject: string;
  /** Groups from the top down. */
  readonly groups: readonly string[];
  /** The first is the one that the others are compared with; up to four. */
  readonly profiles: readonly Profile[];
  /** Names of the left and the right half; each profile then has a share for both. */
  readonly sides?: readonly [left: string, right: string] | undefined;
  readonly intervalName?: string | undefined;
  readonly notes?: readonly string[] | undefined;
}

export interface Profile {
  readonly name: string;
  /** One for each group, in their order; with `sides` for the right half. Shares of all records, those without the group included. */
  readonly shares: readonly ProfileShare[];
  /** The left half, with `sides`. */
  readonly left?: readonly ProfileShare[] | undefined;
  /** Share of records without the group (or without the side), 0 to 1: its own hatched bar. */
  readonly notRecorded?: number | null | undefined;
}

export interface ProfileShare {
  /** 0 to 1; null where it is not published. */
  readonly share: number | null;
  readonly lower?: number | null | undefined;
  readonly upper?: number | null | undefined;
}
