import type { IsoDate } from '../../foundation/iso-date.ts';

/** Counts by month, oldest first; a month that is not published is not there. */
export type MonthlyCounts = readonly { readonly month: IsoDate; readonly count: number }[];
