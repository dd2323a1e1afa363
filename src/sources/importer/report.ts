import type { Places } from '../../lake/places.ts';
import type { Reject } from '../../lake/release.ts';

export type FileStatus = 'imported' | 'already-imported' | 'not-recognised' | 'failed';

/** What became of one file: the JSON of `scrutineer import`. Dates are ISO; counts are rows. */
export interface FileReport {
  readonly path: string;
  readonly member?: string;
  readonly source: string | null;
  readonly table: string | null;
  readonly rows_read: number;
  readonly rows_kept: number;
  readonly rows_rejected: number;
  readonly duplicates: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly sha256: string | null;
  readonly release: string | null;
  readonly status: FileStatus;
  readonly warnings: readonly string[];
  readonly rejects: readonly Reject[];
  /** How its points were placed, where it has any and outlines are held. */
  readonly places?: Places;
}

export interface Totals {
  readonly files: number;
  readonly imported: number;
  readonly already_imported: number;
  readonly not_recognised: number;
  readonly failed: number;
  readonly rows_read: number;
  readonly rows_kept: number;
  readonly rows_rejected: number;
  readonly duplicates: number;
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly totals: Totals;
}

/** Adds the files up. */
export function summarise(files: readonly FileReport[]): ImportReport {
  const count = (status: FileStatus): number => files.filter((file) => file.status === status).length;
  const sum = (of: (file: FileReport) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  return {
    files,
    totals: {
      files: files.length,
      imported: count('imported'),
      already_imported: count('already-imported'),
      not_recognised: count('not-recognised'),
      failed: count('failed'),
      rows_read: sum((file) => file.rows_read),
      rows_kept: sum((file) => file.rows_kept),
      rows_rejected: sum((file) => file.rows_rejected),
      duplicates: sum((file) => file.duplicates),
    },
  };
}
