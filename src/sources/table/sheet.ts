import type { Reject } from '../../lake/release.ts';

/** One row of a table as text, with the line (from 1) on which it stands in its file or sheet. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * A delimited file, a sheet of a workbook or a Parquet file, in one shape: rows of text, the header among them.
 * Numbers are written with full precision and a point, dates as ISO text, missing cells as ''.
 */
export interface Sheet {
  /** Name of the sheet; null where the format has none. */
  readonly name: string | null;
  readonly rows: readonly TextRow[];
  /** Pieces of text that are no row: an unclosed quote. */
  readonly faults: readonly Reject[];
}
