import type { Every } from '../words/period.ts';
import type { Unit } from '../words/unit.ts';
import type { Side, Variation } from '../words/variation.ts';

/** A line small enough for a table cell. */
export interface SparkLineInput {
  /** Unique on the page. */
  readonly id: string;
  /** What is measured, as the beginning of a sentence. */
  readonly subject: string;
  readonly unit: Unit;
  readonly every: Every;
  /** First period; the values follow one another from there, null where there is none. */
  readonly from: string;
  readonly values: readonly (number | null)[];
  /** What the rules say of the last point, and on which side of the average it lies. */
  readonly variation?: Variation | undefined;
  readonly side?: Side | undefined;
  readonly limits?:
    { readonly centre: number; readonly lower: number; readonly upper: number } | null | undefined;
  /** Says so in the reading and the text alternative; the page around must carry the band, for which there is no room here. */
  readonly illustrative: boolean;
  /** 120 by 28 pixels unless told. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}
