import type { ClaimState } from '../../evidence/index.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { Attendee, ClaimKind, Correction, Due, OriginalPointer } from '../../record/index.ts';

/** A claim with its state and, in one line each, what was known then and what has come since (null: no figures). */
export interface SheetClaim {
  readonly id: string;
  readonly paragraph: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
  readonly question: string | null;
  readonly needs: string | null;
  readonly state: ClaimState;
  readonly revised: boolean;
  readonly then: string | null;
  readonly now: string | null;
}

/** Words of a paragraph; those that a claim is about carry it. */
export interface SheetPart {
  readonly text: string;
  readonly claim: SheetClaim | null;
}

/** An undertaking that nobody wrote down as an action. */
export interface SheetPromise {
  readonly paragraph: string;
  readonly clause: string;
  readonly kind: string;
  readonly owner: string | null;
}

export interface SheetAction {
  readonly ref: string;
  readonly paragraph: string | null;
  readonly text: string;
  readonly owner: string | null;
  readonly recipient: string | null;
  readonly due: Due | null;
}

export interface SheetParagraph {
  readonly ref: string;
  readonly parts: readonly SheetPart[];
  /** Claims that figures could settle, in the order of the words. */
  readonly claims: readonly SheetClaim[];
  /** How many of its statements no figure could settle. */
  readonly unchecked: number;
  readonly promises: readonly SheetPromise[];
  readonly actions: readonly SheetAction[];
}

export interface SheetItem {
  readonly ref: string;
  readonly title: string;
  readonly paragraphs: readonly SheetParagraph[];
}

/** A record with its margin: everything that the page of a record, and the pack, print of it. */
export interface RecordSheet {
  readonly date: IsoDate;
  readonly title: string;
  readonly series: string;
  readonly body: string | null;
  readonly status: string;
  readonly restated: boolean;
  /** The figures in its margin are made up, though the words are real. */
  readonly illustrative: boolean;
  readonly original: OriginalPointer | null;
  readonly licence: string | null;
  readonly previousMeeting: IsoDate | null;
  readonly attendance: readonly Attendee[];
  readonly apologies: readonly Attendee[];
  readonly items: readonly SheetItem[];
  readonly claims: readonly SheetClaim[];
  readonly promises: readonly SheetPromise[];
  readonly actions: readonly SheetAction[];
  readonly corrections: readonly Correction[];
  /** Text of the document that no part of the record holds. */
  readonly unplaced: readonly string[];
  /** Days from the meeting to today. */
  readonly days: number;
  /** No later record is held, so nothing held could speak of its promises again. */
  readonly newest: boolean;
}
