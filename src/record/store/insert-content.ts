import type { Transaction } from 'kysely';
import type { Attendee, ReadAction, ReadRecord } from '../read-record-types.ts';
import type { RecordTables } from './tables.ts';

type Tx = Transaction<RecordTables>;

/** Writes a record and everything in it, in the order of the document, as a draft. Returns the record's id. */
export async function insertContent(tx: Tx, read: ReadRecord, at: Date): Promise<number> {
  const { title, date, series, body, restated, notice, licence, previous_meeting, source } = read;
  const { id } = await tx
    .insertInto('record')
    .values({
      title,
      date,
      series,
      body,
      restated,
      notice,
      licence,
      previous_meeting,
      ...source,
      status: 'draft',
      original: read.original === null ? null : JSON.stringify(read.original),
      unplaced: JSON.stringify(read.unplaced),
      imported_at: at.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertAttendance(tx, id, read);
  await insertParagraphs(tx, id, read);
  return id;
}

async function insertAttendance(
  tx: Tx,
  recordId: number,
  { attendance, apologies }: ReadRecord,
): Promise<void> {
  const row = ({ name, role, body, group }: Attendee, absent: boolean, position: number) => ({
    record_id: recordId,
    position,
    name,
    role,
    body,
    absent,
    heading: group ?? null,
  });
  const rows = [
    ...attendance.map((person, at) => row(person, false, at)),
    ...apologies.map((person, at) => row(person, true, attendance.length + at)),
  ];
  if (rows.length > 0) await tx.insertInto('attendance').values(rows).execute();
}

async function insertParagraphs(tx: Tx, recordId: number, { items, actions }: ReadRecord): Promise<void> {
  let position = 0;
  const addAction = async (action: ReadAction, itemId: number | null): Promise<void> => {
    const { ref, text, paragraph, owner, recipient, due, given = false } = action;
    const { id } = await tx
      .insertInto('paragraph')
      .values({
        record_id: recordId,
        item_id: itemId,
        position: position++,
        ref,
        text,
        kind: 'action',
        given,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('action')
      .values({
        record_id: recordId,
        paragraph_id: id,
        ref,
        text,
        paragraph,
        owner,
        recipient,
        due: due === null ? null : JSON.stringify(due),
      })
      .execute();
  };
  for (const action of actions) if (action.paragraph === null) await addAction(action, null);
  for (const [at, { ref, title, given = false, paragraphs }] of items.entries()) {
    const item = await tx
      .insertInto('item')
      .values({ record_id: recordId, position: at, ref, title, given })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const paragraph of paragraphs) {
      await tx
        .insertInto('paragraph')
        .values({
          record_id: recordId,
          item_id: item.id,
          position: position++,
          ref: paragraph.ref,
          text: paragraph.text,
          kind: 'paragraph',
          given: paragraph.given ?? false,
        })
        .execute();
      for (const action of actions) if (action.paragraph === paragraph.ref) await addAction(action, item.id);
    }
  }
}
