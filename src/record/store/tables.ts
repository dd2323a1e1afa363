import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { ClaimKind } from '../claims/claim-types.ts';
import type { Due, OriginalPointer, RecordFormat } from '../read-record-types.ts';

/** A record is a draft until its board agrees it; from then on its text never changes, and mistakes get numbered corrections. */
export type RecordStatus = 'draft' | 'agreed' | 'published';

/** JSON goes in as text, so that every driver sends the same bytes, and comes out as a value. */
type Json<T extends object> = JSONColumnType<T>;
type MaybeJson<T> = ColumnType<T | null, string | null, string | null>;

interface RecordTable {
  id: Generated<number>;
  date: IsoDate;
  series: string;
  title: string;
  body: string | null;
  status: RecordStatus;
  restated: boolean;
  original: MaybeJson<OriginalPointer>;
  notice: string | null;
  licence: string | null;
  previous_meeting: IsoDate | null;
  unplaced: Json<string[]>;
  file: string;
  format: RecordFormat;
  sha256: string;
  imported_at: ColumnType<Date, string, string>;
}

interface AttendanceTable {
  id: Generated<number>;
  record_id: number;
  position: number;
  name: string | null;
  role: string | null;
  body: string | null;
  heading: string | null;
  absent: boolean;
}

interface ItemTable {
  id: Generated<number>;
  record_id: number;
  position: number;
  ref: string;
  title: string;
  given: boolean;
}

interface ParagraphTable {
  id: Generated<number>;
  record_id: number;
  /** Null for an action that stands before any item. */
  item_id: number | null;
  position: number;
  ref: string;
  text: string;
  kind: 'paragraph' | 'action';
  given: boolean;
}

interface ActionTable {
  id: Generated<number>;
  record_id: number;
  /** The row of `paragraph` that holds its words. */
  paragraph_id: number;
  ref: string;
  text: string;
  /** Ref of the paragraph it follows. */
  paragraph: string | null;
  owner: string | null;
  recipient: string | null;
  due: MaybeJson<Due>;
}

interface ClaimTable {
  id: Generated<number>;
  record_id: number;
  position: number;
  slug: string;
  paragraph: string;
  text: string;
  span_start: number;
  span_end: number;
  kind: ClaimKind;
  question: string | null;
  needs: string | null;
  note: string | null;
}

interface CorrectionTable {
  id: Generated<number>;
  record_id: number;
  number: number;
  paragraph: string;
  was: string;
  becomes: string;
  reason: string;
  made_at: ColumnType<Date, string, never>;
}

interface HistoryTable {
  id: Generated<number>;
  at: ColumnType<Date, string, never>;
  event: 'imported' | 'replaced' | 'agreed' | 'corrected' | 'claims-bound';
  date: IsoDate;
  series: string;
  detail: Json<Readonly<Record<string, unknown>>>;
}

/** The tables of the record, as the migrations make them. */
export interface RecordTables {
  record: RecordTable;
  attendance: AttendanceTable;
  item: ItemTable;
  paragraph: ParagraphTable;
  action: ActionTable;
  claim: ClaimTable;
  correction: CorrectionTable;
  history: HistoryTable;
}

export type RecordDatabase = Kysely<RecordTables>;
