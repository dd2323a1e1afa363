import type { ChartHead } from '../chart.ts';
import type { Unit } from '../words/unit.ts';

/** One area beside others and their averages, at one time. */
export interface ComparisonDotsInput extends ChartHead {
  /** What is measured, as the beginning of a sentence: "Violence against the person". */
  readonly subject: string;
  readonly unit: Unit;
  /** Any order; drawn from the highest down, areas without a figure last. */
  readonly areas: readonly ComparedArea[];
  readonly averages?: readonly ComparedAverage[] | undefined;
  /** Why the group of similar areas is not confirmed; printed under the picture. */
  readonly unconfirmed?: string | undefined;
  readonly intervalName?: string | undefined;
  readonly zero?: boolean | undefined;
  readonly notes?: readonly string[] | undefined;
}

export interface ComparedArea {
  readonly name: string;
  readonly value: number | null;
  readonly lower?: number | null | undefined;
  readonly upper?: number | null | undefined;
  /** The area that the finding is about, one of its similar areas, or any other. */
  readonly role: 'subject' | 'similar' | 'other';
}

export interface ComparedAverage {
  readonly name: string;
  readonly value: number | null;
  readonly kind: 'national' | 'similar' | 'baseline';
  /** The members of the group are not confirmed by a source. */
  readonly unconfirmed?: boolean | undefined;
}
