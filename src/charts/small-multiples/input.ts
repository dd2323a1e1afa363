import type { ChartHead } from '../chart.ts';
import type { Every } from '../words/period.ts';
import type { Unit } from '../words/unit.ts';

/** The same series for many areas, a small picture each: boroughs, forces. */
export interface SmallMultiplesInput extends ChartHead {
  /** What is measured, as the beginning of a sentence: "Robbery per 1,000 residents". */
  readonly subject: string;
  readonly unit: Unit;
  readonly every: Every;
  /** Drawn in the order given, from left to right and down. */
  readonly panels: readonly SmallPanel[];
  /** A thin line in every panel: London, the nation. */
  readonly reference?: { readonly name: string; readonly points: readonly SmallPoint[] } | undefined;
  /** `shared`: one scale for all, so that heights compare. `free`: each its own, so that only shapes do; the picture says so. */
  readonly scale: 'shared' | 'free';
  readonly zero?: boolean | undefined;
  readonly breaks?: readonly { readonly date: string; readonly reason: string }[] | undefined;
  readonly notes?: readonly string[] | undefined;
}

export interface SmallPanel {
  readonly name: string;
  /** A period without an entry, or with null, is a gap. */
  readonly points: readonly SmallPoint[];
  readonly highlighted?: boolean | undefined;
}

export interface SmallPoint {
  readonly date: string;
  readonly value: number | null;
}
