/** Type sizes and heights for the three widths that pages use: phone, column, whole page. */
export interface TypeSizes {
  readonly title: number;
  readonly subtitle: number;
  readonly label: number;
  readonly small: number;
  /** Height of the plotting area of a chart over time. */
  readonly plot: number;
}

export function typeSizes(width: number): TypeSizes {
  if (width < 480) return { title: 17, subtitle: 14, label: 12.5, small: 12, plot: 210 };
  if (width < 800) return { title: 19, subtitle: 15, label: 13, small: 12.5, plot: 270 };
  return { title: 21, subtitle: 16, label: 14, small: 13, plot: 340 };
}

/** The width asked for, held to what can be laid out. */
export function chartWidth(asked: number | undefined): number {
  if (asked === undefined || Number.isNaN(asked)) return 640;
  return Math.round(Math.max(240, Math.min(2000, asked)));
}
