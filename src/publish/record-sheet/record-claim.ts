import type { IsoDate } from '../../foundation/iso-date.ts';
import type { Claim } from '../../record/index.ts';

/** A claim as the record keeps it (with its place in the paragraph), and the date of its record. */
export interface RecordClaim extends Claim {
  readonly record: IsoDate;
}
