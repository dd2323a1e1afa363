import type { Selectable } from 'kysely';
import { NotFoundError, ScrutineerError } from '../../foundation/errors.ts';
import type { Attendee, ReadAction, ReadItem, ReadRecord } from '../read-record-types.ts';
import { markGiven } from '../mark-given.ts';
import { findCommitments } from '../reader/commitments.ts';
import { onDatabase } from './database-error.ts';
import type { RecordStore } from './open-record-store.ts';
import type { RecordDatabase, RecordStatus, RecordTables } from './tables.ts';

type Row<Name extends keyof RecordTables> = Selectable<RecordTables[Name]>;

/** A numbered correction to an agreed record; the record's own text stays as it was agreed. */
export interface Correction {
  readonly number: number;
  readonly paragraph: string;
  readonly was: string;
  readonly becomes: string;
  readonly reason: string;
  /** ISO date and time (UTC). */
  readonly made_at: string;
}

/** A record as it was read, with what the store knows besides. */
export interface StoredRecord extends ReadRecord {
  readonly status: RecordStatus;
  /** ISO date and time (UTC). */
  readonly imported_at: string;
  readonly corrections: readonly Correction[];
}

/**
 * The record of the meeting on a date. Its series need be named only if two boards met that day.
 * @throws NotFoundError when there is none (the message lists the dates there are); ScrutineerError when there are two.
 */
export async function getRecord(store: RecordStore, date: string, series?: string): Promise<StoredRecord> {
  return await onDatabase(`read the record of ${date}`, async () => {
    const record = await findRecord(store.db, date, series);
    return await assemble(store.db, record);
  });
}

/** The row of a record; errors as `getRecord`. */
export async function findRecord(db: RecordDatabase, date: string, series?: string): Promise<Row<'record'>> {
  const all = await db.selectFrom('record').selectAll().orderBy('date').orderBy('series').execute();
  const found = all.filter((row) => row.date === date && (series === undefined || row.series === series));
  const [first, second] = found;
  if (first === undefined) {
    const dates = [...new Set(all.map((row) => row.date))].join(', ');
    throw new NotFoundError(
      `there is no record of ${date}${series === undefined ? '' : ` of ${series}`}.`,
      dates === '' ? 'Import one with `scrutineer record import FILE`.' : `The records held are of ${dates}.`,
    );
  }
  if (second !== undefined) {
    throw new ScrutineerError(
      `two boards met on ${date}.`,
      `Name the series: ${found.map((row) => `"${row.series}"`).join(' or ')}.`,
    );
  }
  return first;
}

async function assemble(db: RecordDatabase, record: Row<'record'>): Promise<StoredRecord> {
  const people = await db
    .selectFrom('attendance')
    .selectAll()
    .where('record_id', '=', record.id)
    .orderBy('position')
    .execute();
  const items = toItems(
    await db.selectFrom('item').selectAll().where('record_id', '=', record.id).orderBy('position').execute(),
    await db
      .selectFrom('paragraph')
      .selectAll()
      .where('record_id', '=', record.id)
      .orderBy('position')
      .execute(),
  );
  const actions = await readActions(db, record.id);
  const {
    file,
    format,
    sha256,
    title,
    date,
    series,
    body,
    restated,
    notice,
    licence,
    previous_meeting,
    status,
  } = record;
  return {
    title,
    date,
    series,
    body,
    restated,
    notice,
    licence,
    previous_meeting,
    status,
    attendance: people.filter((person) => !person.absent).map(toAttendee),
    apologies: people.filter((person) => person.absent).map(toAttendee),
    items,
    actions,
    commitments: findCommitments(items, actions),
    unplaced: record.unplaced,
    original: record.original,
    source: { file, format, sha256 },
    imported_at: record.imported_at.toISOString(),
    corrections: await readCorrections(db, record.id),
  };
}

function toAttendee({ name, role, body, heading }: Row<'attendance'>): Attendee {
  return { name, role, body, ...(heading === null ? {} : { group: heading }) };
}

function toItems(items: readonly Row<'item'>[], paragraphs: readonly Row<'paragraph'>[]): ReadItem[] {
  return items.map(({ id, ref, title, given }) => {
    const own = paragraphs.filter((row) => row.item_id === id && row.kind === 'paragraph');
    return markGiven(
      { ref, title, paragraphs: own.map((row) => markGiven({ ref: row.ref, text: row.text }, row.given)) },
      given,
    );
  });
}

async function readActions(db: RecordDatabase, recordId: number): Promise<ReadAction[]> {
  const rows = await db
    .selectFrom('action')
    .innerJoin('paragraph', 'paragraph.id', 'action.paragraph_id')
    .selectAll('action')
    .select('paragraph.given')
    .where('action.record_id', '=', recordId)
    .orderBy('paragraph.position')
    .execute();
  return rows.map(({ ref, text, paragraph, owner, recipient, due, given }) =>
    markGiven({ ref, text, paragraph, owner, recipient, due }, given),
  );
}

async function readCorrections(db: RecordDatabase, recordId: number): Promise<Correction[]> {
  const rows = await db
    .selectFrom('correction')
    .selectAll()
    .where('record_id', '=', recordId)
    .orderBy('number')
    .execute();
  return rows.map(({ number, paragraph, was, becomes, reason, made_at }) => ({
    number,
    paragraph,
    was,
    becomes,
    reason,
    made_at: made_at.toISOString(),
  }));
}
