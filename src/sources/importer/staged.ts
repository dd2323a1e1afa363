import type { IsoDate } from '../../foundation/iso-date.ts';
import type { Reject } from '../../lake/release.ts';
import type { FileFacts } from '../source.ts';

/** A file's rows as Parquet in the staging folder, and what was learnt while writing them. */
export interface Staged extends FileFacts {
  readonly parquet: string;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rejects: readonly Reject[];
  readonly rowsRejected: number;
  readonly duplicates: number;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly rows: number;
}

/** Rejects are listed in full up to this many; beyond it they are counted, and the count is said. */
export const MAX_REJECTS_LISTED = 1000;
