import type { IsoDate } from '../foundation/iso-date.ts';
import type { Places } from './places.ts';
import type { TableName } from './tables.ts';

/** How the publication date of a release is known: said by the publisher, given on import, or only bounded. */
export type PublishedBasis = 'stated' | 'given' | 'not-before';

/** A row that was not kept: where it stood, why, and its text (cut to a readable length). */
export interface Reject {
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
  readonly text: string;
}

/**
 * One import of one file of one publication: immutable, and whole or absent. The manifest is the commit
 * point: Parquet files that no manifest names do not exist for any reader.
 */
export interface Release {
  readonly release: string;
  readonly source: string;
  readonly table: TableName;
  /** What later releases must share with this one to supersede it, e.g. `police-uk-street/metropolitan`. */
  readonly scope: string;
  readonly force: string | null;
  readonly published: IsoDate | null;
  readonly published_basis: PublishedBasis;
  readonly imported_at: string;
  readonly path: string;
  readonly member: string | null;
  readonly sha256: string;
  /** Size of the imported file, which lets a repeat be noticed before it is hashed. */
  readonly bytes: number;
  readonly rows: number;
  readonly rows_read: number;
  readonly rows_rejected: number;
  readonly duplicates: number;
  /** First day covered and last day covered; null where a table has no time. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly supersedes: string | null;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly address: string;
  readonly warnings: readonly string[];
  readonly rejects: readonly Reject[];
  /** Parquet files, relative to the lake folder, with the SHA-256 of their bytes for `verify`. */
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
  /** Releases whose content shaped this one's rows (the boundaries that placed its points). */
  readonly derived_from: readonly string[];
  /** How its points were placed; absent for tables without points and where no outlines were held. */
  readonly places?: Places;
  /** Whether its rows carry a `published_id`, by which those that stand in overlapping publications are one. */
  readonly identified?: true;
  /** Columns of its Parquet files; absent in releases from before they were written down (see LATER_COLUMNS). */
  readonly columns?: readonly string[];
}
