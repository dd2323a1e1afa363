import type { ChartHead } from '../chart.ts';
import type { Unit } from '../words/unit.ts';

/** Longitude and latitude in degrees. */
export type Place = readonly [longitude: number, latitude: number];

/** The outline of an area: its closed rings, of islands and holes alike. */
export interface MapOutline {
  readonly name: string;
  readonly rings: readonly (readonly Place[])[];
}

/** An area's figure with its interval, where one is known. */
export interface MapArea {
  readonly name: string;
  readonly value: number | null;
  readonly lower?: number | null | undefined;
  readonly upper?: number | null | undefined;
  readonly highlighted?: boolean | undefined;
}

/** A figure for each area of a map. */
export interface BoroughMapInput extends ChartHead {
  readonly subject: string;
  readonly unit: Unit;
  /** By canonical name; outlines whose area is not named are drawn as not available. */
  readonly areas: readonly MapArea[];
  /** Where the areas lie. Without outlines the 33 areas of London are drawn as tiles. */
  readonly outlines?: readonly MapOutline[] | undefined;
  /** What every area is held against: one whose interval includes it cannot be told from it. */
  readonly reference?: { readonly name: string; readonly value: number } | undefined;
  /** `equal` steps of the value (the usual), or `quantile`: as many areas in each. */
  readonly classes?: 'equal' | 'quantile' | undefined;
  readonly notes?: readonly string[] | undefined;
}
