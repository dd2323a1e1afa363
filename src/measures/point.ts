import type { IsoDate } from '../foundation/iso-date.ts';

/** What a feed says of one area, group and span of whole months, before intervals and aggregation. */
export interface Point {
  readonly area: string;
  readonly group: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly base: number | null;
  readonly standardError: number | null;
  readonly flag: string | null;
  readonly releases: readonly string[];
}

/** Names a series within a set: area and group. */
export function seriesKey({ area, group }: Pick<Point, 'area' | 'group'>): string {
  return `${area}\u0000${group ?? ''}`;
}
