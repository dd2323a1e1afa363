/**
 * What every chart gives: a picture that stands alone, the table under it, and one sentence that says what it shows.
 * All three are made from the same numbers.
 */
import type { Unit } from './words/unit.ts';

export interface Chart {
  /** A complete `<svg>` element with title and description; repeatable byte for byte. */
  readonly svg: string;
  readonly table: ChartTable;
  /** What the picture shows, in one or two plain sentences. */
  readonly reading: string;
}

export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  /** Cells in the order of the columns; null means not available. Numbers keep full precision. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface ChartColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric: boolean;
  /** Unit of a numeric column, for `formatFigure`. */
  readonly unit?: Unit;
}

export type Cell = string | number | null;

/** What every chart is told about itself. */
export interface ChartHead {
  /** Unique on the page; the ids inside the picture are derived from it. */
  readonly id: string;
  /** The finding, in a sentence. */
  readonly title: string;
  /** Measure, unit, area and period. */
  readonly subtitle: string;
  /** Whether its figures are made up: prints an unmissable band across the picture. Always to be said, so that no caller forgets it. */
  readonly illustrative: boolean;
  /** Publisher and publication. */
  readonly source?: string | undefined;
  /** Pixels across; the chart lays itself out for it. 640 unless told, held between 240 and 2,000. */
  readonly width?: number | undefined;
}
