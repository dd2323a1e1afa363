import type { IsoDate } from '../../foundation/iso-date.ts';

/** What sort of thing a sentence asserts. Only some sorts can be recomputed; a figure never settles an explanation. */
export const CLAIM_KINDS = [
  'statistical',
  'explanation',
  'research',
  'forecast',
  'data-quality',
  'status',
  'perception',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A sentence of a record, or a part of one, and the question that checks it. */
export interface Claim {
  /** Short name, unique within the record: "robbery-turning-down". */
  readonly id: string;
  readonly paragraph: string;
  /** Verbatim from the paragraph. */
  readonly text: string;
  /** Where the text stands in the paragraph: its first character, and one past its last. */
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
  /** What to put to `scrutineer ask`; null when nothing can be asked. */
  readonly question: string | null;
  /** Where there is no question: the data that a check would require, or why it is no claim about data. */
  readonly needs: string | null;
  readonly note: string | null;
}

/** All claims of one record, in the order of its sentences. */
export interface ClaimCatalogue {
  readonly record: IsoDate;
  readonly claims: readonly Claim[];
}
