import type { ChartHead } from '../chart.ts';
import type { Every } from '../words/period.ts';

/** How much of each field was not recorded, period by period. */
export interface MissingHeatMapInput extends ChartHead {
  /** Whose records: "Stop and search records of the Metropolitan Police". */
  readonly subject: string;
  readonly every: Every;
  readonly fields: readonly MissingField[];
  readonly notes?: readonly string[] | undefined;
}

export interface MissingField {
  readonly name: string;
  /** Share of rows without the field, 0 to 1; null (or no entry) where no rows are held for the period. */
  readonly periods: readonly { readonly date: string; readonly share: number | null }[];
}
