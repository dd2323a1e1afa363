import type { SeriesBreak } from '../../areas/index.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { Measure } from '../../measures/index.ts';
import type { Breakdown } from './breakdown.ts';
import type { StagedFigure } from './figures.ts';
import type { Latest } from './latest.ts';
import type { Recipes, StagedSeries } from './recipes.ts';
import type { RevisedBy } from './revised-by.ts';
import type { Split } from './split.ts';

/** Everything that was worked out, before it is put into words. */
export interface Changed {
  readonly measure: Measure;
  readonly area: string;
  readonly since: IsoDate;
  /** The day that "now" stands for, when it is not the newest that is held. */
  readonly until: IsoDate | null;
  readonly recipes: Recipes;
  readonly series: StagedSeries;
  /** Every period, oldest first. */
  readonly figures: readonly StagedFigure[];
  /** Those known both then and now. */
  readonly common: readonly StagedFigure[];
  /** The latest figure then and now: of twelve months where months can be added up. */
  readonly latest: Latest | null;
  readonly basis: 'twelve months' | 'single figures';
  /** Sums over the common periods; null where figures cannot be added up. */
  readonly total: (Split & { readonly then: number; readonly now: number }) | null;
  readonly releases: readonly RevisedBy[];
  readonly areas: (Breakdown & { readonly elsewhere: number }) | null;
  readonly groups: (Breakdown & { readonly by: string }) | null;
  /** The whole that the area is part of, and how far its figures for the same periods were revised. */
  readonly whole: { readonly area: string; readonly data_revised: number } | null;
  /** What is known to have changed in what the publisher counts, between the two publications. */
  readonly reasons: readonly SeriesBreak[];
  /** Whether a day of publication is only bounded: the files do not state it. */
  readonly bounded: boolean;
}
