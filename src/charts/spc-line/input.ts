import type { ChartHead } from '../chart.ts';
import type { Every } from '../words/period.ts';
import type { Unit } from '../words/unit.ts';
import type { Better, Signal } from '../words/variation.ts';

/** A measure over time with the range that chance alone would give. */
export interface SpcLineInput extends ChartHead {
  /** What is measured and where, as the beginning of a sentence: "Robbery in the Metropolitan Police area". */
  readonly subject: string;
  /** The subject is a plural: "Knife offences … were". */
  readonly plural?: boolean | undefined;
  readonly unit: Unit;
  readonly every: Every;
  /** Any order; a period that is not there is drawn as a gap, as is a null value. */
  readonly points: readonly SpcPoint[];
  /** Which way is good; "neither" gives neutral marks. */
  readonly better?: Better | undefined;
  /** Where the recipe or the recording changed: a rule with its reason; nothing is joined across it. */
  readonly breaks?: readonly SeriesBreak[] | undefined;
  /** Where limits were calculated afresh; the line goes on, the limits do not. */
  readonly rebases?: readonly { readonly date: string; readonly reason?: string | undefined }[] | undefined;
  readonly comparators?: readonly SpcComparator[] | undefined;
  readonly target?: { readonly value: number; readonly label?: string | undefined } | undefined;
  /** A rule that parts what was known when a board met from what came since. */
  readonly meeting?: { readonly date: string; readonly label?: string | undefined } | undefined;
  /** The same series as an earlier publication had it. */
  readonly earlier?: SpcComparator | undefined;
  /** False lets the axis begin above nought, and says so. */
  readonly zero?: boolean | undefined;
  /** What the intervals of the points are: "95% confidence interval". */
  readonly intervalName?: string | undefined;
  readonly notes?: readonly string[] | undefined;
}

export interface SpcPoint {
  /** First day (or month, "2023-07") of the period; of its last month for a rolling year. */
  readonly date: string;
  readonly value: number | null;
  readonly limits?: SpcLimits | null | undefined;
  /** Of an estimate. */
  readonly interval?: { readonly lower: number; readonly upper: number } | null | undefined;
  /** The rule that marks this point as a special cause, or null. */
  readonly signal?: Signal | null | undefined;
  readonly provisional?: boolean | undefined;
}

export interface SpcLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

export interface SeriesBreak {
  /** First day of the first period recorded in the new way. */
  readonly date: string;
  readonly reason: string;
}

export interface SpcComparator {
  readonly name: string;
  readonly points: readonly { readonly date: string; readonly value: number | null }[];
}
