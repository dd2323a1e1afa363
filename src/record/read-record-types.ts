/**
 * Minutes as read, in exactly the JSON of `scrutineer record read` (keys are snake_case because they are that JSON).
 * Text is verbatim; `date`, `owner`, `recipient`, `due`, `previous_meeting` and `commitments` are derived from it.
 */
import type { IsoDate } from '../foundation/iso-date.ts';

/** A person, or only a role, that attended. `group` is the heading they stood under ("Present", "Officials"), where there was one. */
export interface Attendee {
  readonly name: string | null;
  readonly role: string | null;
  readonly body: string | null;
  readonly group?: string;
}

/** `given`: the document printed no number, so the reader gave one. */
export interface ReadParagraph {
  readonly ref: string;
  readonly text: string;
  readonly given?: true;
}

export interface ReadItem {
  readonly ref: string;
  readonly title: string;
  readonly paragraphs: readonly ReadParagraph[];
  readonly given?: true;
}

/** When an action is due, as the minutes put it. Null in place of a `Due` means that no date was set. */
export type Due =
  | { readonly kind: 'date'; readonly text: string; readonly date: IsoDate }
  | { readonly kind: 'forum' | 'period' | 'asap'; readonly text: string };

/** `paragraph` is the ref of the paragraph that the action follows; null when it follows none. */
export interface ReadAction {
  readonly ref: string;
  readonly text: string;
  readonly paragraph: string | null;
  readonly owner: string | null;
  readonly recipient: string | null;
  readonly due: Due | null;
  readonly given?: true;
}

export type CommitmentKind = 'undertaking' | 'ongoing-work' | 'change-reported' | 'need' | 'proposal';

/** An undertaking that nobody wrote down as an action. `text` is the whole sentence, `clause` the part that undertakes. */
export interface ReadCommitment {
  readonly paragraph: string;
  readonly text: string;
  readonly owner: string | null;
  readonly kind: CommitmentKind;
  readonly clause: string;
  /** Why it was proposed, in words. */
  readonly because: string;
}

/** Where the published original of a restated record is to be found. */
export interface OriginalPointer {
  readonly title: string;
  readonly body: string;
  readonly date: IsoDate;
  readonly published_by: string;
  readonly site: string;
}

export interface ReadRecord {
  readonly title: string;
  readonly date: IsoDate;
  readonly series: string;
  /** The oversight body whose meeting it was, where the document says so. */
  readonly body: string | null;
  readonly attendance: readonly Attendee[];
  readonly apologies: readonly Attendee[];
  readonly previous_meeting: IsoDate | null;
  readonly items: readonly ReadItem[];
  readonly actions: readonly ReadAction[];
  readonly commitments: readonly ReadCommitment[];
  readonly unplaced: readonly string[];
  /** Whether these are our own words for what a published original says. */
  readonly restated: boolean;
  readonly notice: string | null;
  readonly original: OriginalPointer | null;
  readonly licence: string | null;
  readonly source: { readonly file: string; readonly format: RecordFormat; readonly sha256: string };
}

export type RecordFormat = 'txt' | 'md';
