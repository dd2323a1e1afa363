import type { Citation } from '../../src/sources/figures/citation.ts';

/** How one file of figures is cut from published files: what is imported, the question asked of the lake, and who is cited. */
export interface Recipe {
  /** Name of the file below `figures/`. */
  readonly file: string;
  /** Files and folders below `../shared/data`. */
  readonly inputs: readonly string[];
  readonly citation: Citation;
  /** One SELECT whose columns are named as the layout's: area, measure, from, to, value … Others are left blank. */
  readonly sql: string;
}

export const OGL = 'Open Government Licence v3.0';

/** Why a date of publication may be given that no publisher states. */
export const NOT_STATED =
  'The day of publication is not stated. The date is the first on which it can have been: the day after the last that it covers.';
