import type { Area } from '../areas/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import type { Vintage } from '../lake/vintages.ts';
import type { Feed, Measure } from './measure.ts';

/** A reason to doubt what a measure says of an area over some days: its data fail a check. */
export interface Doubt {
  /** Id of the check, as `scrutineer check-data` names it. */
  readonly check: string;
  /** What was seen, as a sentence. */
  readonly seen: string;
  /** Whether the figures are too doubtful to be judged. */
  readonly left_out: boolean;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface DoubtQuestion {
  readonly measure: Measure;
  readonly feed: Feed;
  readonly areas: readonly Area[];
  /** The column that the measure is split by. */
  readonly by: string | null;
  readonly vintage: Vintage;
}

/** Who knows which figures fail a check: the checks of the data, which stand above measures. */
export interface Doubts {
  /** Doubts by the canonical name of the area; an area without any is not there. */
  about(question: DoubtQuestion): Promise<ReadonlyMap<string, readonly Doubt[]>>;
}
