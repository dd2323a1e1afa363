import { ClaimBoard, type ReadingSide } from '../evidence/index.ts';
import type { RecordClaim } from '../publish/index.ts';
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
  readonly app: ReadingSide;
  readonly board: ClaimBoard;
  readonly records: {
    list(): Promise<RecordSummary[]>;
    get(date: string): Promise<StoredRecord>;
    claims(date: string): Promise<RecordClaim[]>;
  };
  readonly now: () => Date;
}

/** Joins the reading side of the program with an open record store. */
export function webServices(app: ReadingSide, store: RecordStore, now: () => Date): WebServices {
  return {
    app,
    board: new ClaimBoard(app),
    records: {
      list: async () => listRecords(store),
      get: async (date) => getRecord(store, date),
      claims: async (date) => {
        const record = await getRecord(store, date);
        const claims = await claimsOf(store, date);
        return claims.map((claim) => Object.assign(claim, { record: record.date }));
      },
    },
    now,
  };
}
