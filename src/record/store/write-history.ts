import type { Insertable, Transaction } from 'kysely';
import type { RecordTables } from './tables.ts';

type Row = Insertable<RecordTables['history']>;

/** Adds a line to the history; it can never be changed or removed. */
export async function writeHistory(
  tx: Transaction<RecordTables>,
  at: Date,
  entry: Pick<Row, 'event' | 'date' | 'series'>,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tx
    .insertInto('history')
    .values({ ...entry, at: at.toISOString(), detail: JSON.stringify(detail) })
    .execute();
}
