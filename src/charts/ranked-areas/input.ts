import type { ChartHead } from '../chart.ts';
import type { Unit } from '../words/unit.ts';
import type { Better, Side } from '../words/variation.ts';

/** All areas of a kind in order, as a "caterpillar" of intervals. */
export interface RankedAreasInput extends ChartHead {
  /** What is measured, as the beginning of a sentence: "Trust in the police". */
  readonly subject: string;
  readonly unit: Unit;
  /** Any order; drawn from the highest down, areas without a figure last. */
  readonly areas: readonly RankedArea[];
  /** Levels drawn down through all rows: the average of London, of the force. */
  readonly averages?: readonly { readonly name: string; readonly value: number | null }[] | undefined;
  readonly intervalName?: string | undefined;
  /** Which way is good: colours the marks of areas told from the reference. */
  readonly better?: Better | undefined;
  /** How areas were told from the reference, for the key: "above London beyond chance, many comparisons allowed for". */
  readonly toldBy?: string | undefined;
  readonly zero?: boolean | undefined;
  readonly notes?: readonly string[] | undefined;
}

export interface RankedArea {
  readonly name: string;
  readonly value: number | null;
  readonly lower?: number | null | undefined;
  readonly upper?: number | null | undefined;
  /** The ranks that chance leaves open; 1 is the highest value. */
  readonly rankLower?: number | null | undefined;
  readonly rankUpper?: number | null | undefined;
  /** The side on which it is told from the first average, once the number of comparisons is allowed for. */
  readonly told?: Side | null | undefined;
  readonly highlighted?: boolean | undefined;
}
