/** The board's record: minutes as read, stored and agreed, and the claims that their sentences make. */
export { CLAIM_KINDS, type Claim, type ClaimCatalogue, type ClaimKind } from './claims/claim-types.ts';
export { readClaimsFile } from './claims/read-claims-file.ts';
export { readClaims } from './claims/read-claims.ts';
export { readRecordFile } from './read-record-file.ts';
export type {
  Attendee,
  CommitmentKind,
  Due,
  OriginalPointer,
  ReadAction,
  ReadCommitment,
  ReadItem,
  ReadParagraph,
  ReadRecord,
  RecordFormat,
} from './read-record-types.ts';
export { readRecord, type ReadOptions } from './reader/read-record.ts';
export { sentences, type Sentence } from './reader/sentences.ts';
export { bindClaims, claimsOf } from './store/claims.ts';
export { correctRecord, type CorrectionRequest } from './store/correct-record.ts';
export { getRecord, type Correction, type StoredRecord } from './store/get-record.ts';
export {
  AgreedRecordError,
  importRecord,
  type ImportOptions,
  type ImportResult,
} from './store/import-record.ts';
export { listRecords, type RecordSummary } from './store/list-records.ts';
export { openRecordStore, type OpenOptions, type RecordStore } from './store/open-record-store.ts';
export type { RecordStatus } from './store/tables.ts';
