import type { ClaimBoard, EvidenceContext } from '../../evidence/index.ts';
import type { Workspace } from '../../lake/workspace.ts';
import type { RecordSummary, StoredRecord } from '../../record/index.ts';
import type { RecordClaim } from './record-claim.ts';

/** What sheets and packs are made from. The web application's own services fit it. */
export interface SheetServices {
  readonly app: EvidenceContext & { readonly workspace: Workspace; readonly version: string };
  readonly board: ClaimBoard;
  readonly records: {
    list(): Promise<RecordSummary[]>;
    get(date: string): Promise<StoredRecord>;
    claims(date: string): Promise<RecordClaim[]>;
  };
  readonly now: () => Date;
}
