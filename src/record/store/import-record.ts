import type { Transaction } from 'kysely';
import { ScrutineerError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { ReadRecord } from '../read-record-types.ts';
import { onDatabase } from './database-error.ts';
import { insertContent } from './insert-content.ts';
import type { RecordStore } from './open-record-store.ts';
import type { RecordStatus, RecordTables } from './tables.ts';
import { writeHistory } from './write-history.ts';

export interface ImportOptions {
  /** A record is imported as a draft for review, unless its board has agreed it. */
  readonly status?: 'draft' | 'agreed';
}

export interface ImportResult {
  readonly date: IsoDate;
  readonly series: string;
  readonly outcome: 'imported' | 'replaced' | 'agreed' | 'already-imported';
  readonly status: RecordStatus;
}

/** An agreed record is not imported over with other text. */
export class AgreedRecordError extends ScrutineerError {
  override readonly name = 'AgreedRecordError';
  override readonly status = 409;
}

/**
 * Stores a record. The same text twice changes nothing; another text replaces a draft.
 * @throws AgreedRecordError when the stored record of that series and date is agreed and its text is another.
 */
export async function importRecord(
  store: RecordStore,
  read: ReadRecord,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const wanted = options.status ?? 'draft';
  const { date, series } = read;
  return await onDatabase(`store the record of ${date}`, () =>
    store.db.transaction().execute(async (tx) => {
      const known = await find(tx, read);
      if (known?.sha256 === read.source.sha256) {
        if (known.status !== 'draft' || wanted === 'draft')
          return { date, series, outcome: 'already-imported', status: known.status };
        await agree(tx, known.id);
        await writeHistory(
          tx,
          store.now(),
          { event: 'agreed', date, series },
          { sha256: read.source.sha256 },
        );
        return { date, series, outcome: 'agreed', status: wanted };
      }
      if (known !== undefined && known.status !== 'draft') throw agreedAlready(read, known.sha256);
      if (known !== undefined) await removeDraft(tx, known.id);
      const id = await insertContent(tx, read, store.now());
      if (wanted === 'agreed') await agree(tx, id);
      const event = known === undefined ? 'imported' : 'replaced';
      const replaces = known === undefined ? {} : { replaces: known.sha256 };
      const detail = { sha256: read.source.sha256, file: read.source.file, status: wanted, ...replaces };
      await writeHistory(tx, store.now(), { event, date, series }, detail);
      return { date, series, outcome: event, status: wanted };
    }),
  );
}

async function find(
  tx: Transaction<RecordTables>,
  { date, series }: ReadRecord,
): Promise<{ id: number; sha256: string; status: RecordStatus } | undefined> {
  return await tx
    .selectFrom('record')
    .select(['id', 'sha256', 'status'])
    .where('date', '=', date)
    .where('series', '=', series)
    .executeTakeFirst();
}

async function agree(tx: Transaction<RecordTables>, id: number): Promise<void> {
  await tx.updateTable('record').set({ status: 'agreed' }).where('id', '=', id).execute();
}

async function removeDraft(tx: Transaction<RecordTables>, id: number): Promise<void> {
  for (const table of ['claim', 'action', 'paragraph', 'item', 'attendance'] as const) {
    await tx.deleteFrom(table).where('record_id', '=', id).execute();
  }
  await tx.deleteFrom('record').where('id', '=', id).execute();
}

function agreedAlready({ date, series, source }: ReadRecord, stored: string): AgreedRecordError {
  return new AgreedRecordError(
    `the record of ${series} of ${date} is agreed, and ${source.file} has another text (${source.sha256.slice(0, 12)}, stored ${stored.slice(0, 12)}).`,
    'An agreed record is never edited: import the agreed text, or add a numbered correction.',
  );
}
