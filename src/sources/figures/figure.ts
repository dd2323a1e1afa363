import type { AreaType } from '../../areas/index.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';

/** The columns of the layout, in order. */
export const FIGURE_COLUMNS = [
  'area',
  'area_type',
  'measure',
  'group_type',
  'group_value',
  'from',
  'to',
  'value',
  'numerator',
  'denominator',
  'base',
  'unit',
  'flag',
] as const;

export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** One published figure. A group type without a value means those of whom the group was not recorded. */
export interface Figure {
  readonly area: string;
  readonly area_type: AreaType;
  readonly measure: string;
  readonly group_type: string | null;
  readonly group_value: string | null;
  /** First and last day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** People asked, where the figure comes from a survey. */
  readonly base: number | null;
  readonly unit: string;
  /** Letters of status, as in published tables: "p", "pr". */
  readonly flag: string | null;
}
