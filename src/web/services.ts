import type { App } from '../app.ts';
import { ClaimBoard, type NamedClaim } from '../evidence/index.ts';
import {
  claimsOf,
  getRecord,
  listRecords,
  type RecordStore,
  type RecordSummary,
  type StoredRecord,
} from '../record/index.ts';

/** What pages are made from. */
export interface WebServices {
  readonly app: App;
  readonly board: ClaimBoard;
  readonly records: {
    list(): Promise<RecordSummary[]>;
    get(date: string): Promise<StoredRecord>;
    claims(date: string): Promise<NamedClaim[]>;
  };
  readonly now: () => Date;
}

/** Joins the reading side of the program with an open record store. */
export function webServices(app: App, store: RecordStore, now: () => Date): WebServices {
  return {
    app,
    board: new ClaimBoard(app),
    records: {
      list: async () => listRecords(store),
      get: async (date) => getRecord(store, date),
      claims: async (date) => {
        const record = await getRecord(store, date);
        const claims = await claimsOf(store, date);
        return claims.map(({ id, paragraph, text, kind, question, needs }) => ({
          id,
          record: record.date,
          paragraph,
          text,
          kind,
          question,
          needs,
        }));
      },
    },
    now,
  };
}
