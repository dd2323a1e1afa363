import { buildApp } from '../app.ts';
import type { ReadingSide } from '../evidence/index.ts';
import { openRecordStore, type RecordStore } from '../record/index.ts';
import type { CliContext } from './command.ts';

/** Runs something with the lake and the record open, and closes both whatever happens. */
export async function withRecords<Result>(
  workspace: string,
  purpose: string,
  { now }: CliContext,
  run: (app: ReadingSide, store: RecordStore) => Promise<Result>,
): Promise<Result> {
  const app = buildApp(workspace);
  try {
    const store = await openRecordStore(app.workspace.recordDir, { purpose, now });
    try {
      return await run(app, store);
    } finally {
      await store.close();
    }
  } finally {
    app.lake.close();
  }
}
