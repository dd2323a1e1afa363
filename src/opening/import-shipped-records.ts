import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bindClaims,
  importRecord,
  openRecordStore,
  readClaimsFile,
  readRecordFile,
} from '../record/index.ts';

const RECORDS = join(import.meta.dirname, '../../records');

/** Stores the restated records that come with the program, agreed, each with its claims. */
export async function importShippedRecords(
  recordDir: string,
  purpose: string,
  now: () => Date,
): Promise<void> {
  const store = await openRecordStore(recordDir, { purpose, now });
  try {
    for (const name of (await readdir(RECORDS)).filter((each) => each.endsWith('.md')).toSorted()) {
      const record = await readRecordFile(join(RECORDS, name));
      await importRecord(store, record, { status: 'agreed' });
      await bindClaims(
        store,
        await readClaimsFile(join(RECORDS, name.replace(/\.md$/, '.claims.yaml')), record),
      );
    }
  } finally {
    await store.close();
  }
}
