import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadInputError, LockedError, NotFoundError, ScrutineerError } from '../../foundation/errors.ts';
import type { ClaimCatalogue } from '../claims/claim-types.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { ReadRecord } from '../read-record-types.ts';
import { readRecord } from '../reader/read-record.ts';
import { bindClaims, claimsOf } from './claims.ts';
import { correctRecord } from './correct-record.ts';
import { onDatabase } from './database-error.ts';
import { getRecord } from './get-record.ts';
import { AgreedRecordError, importRecord } from './import-record.ts';
import { listRecords } from './list-records.ts';
import { openRecordStore, type RecordStore } from './open-record-store.ts';

const NOON = new Date('2024-01-01T12:00:00Z');
let folder: string;
let store: RecordStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-store-'));
  store = await openRecordStore(folder, { now: () => NOON });
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Minutes of the Harbour Panel; each test takes a day of its own. */
function minutes(date: string, thefts = 'fell'): ReadRecord {
  const text = `Harbour Panel

Minutes of the meeting of ${date}

Harbour Office

Ada Byrne, Chair

1. Boats

1.1. Thefts ${thefts}. The MPS was reviewing why.

Action 1: MPS to tell MOPAC why by 1 July 2022.

1.2. Fires rose.

The meeting closed at noon.`;
  return readRecord(text, { format: 'txt', file: 'minutes.txt' });
}

function claims(record: ReadRecord, question = 'trend theft'): ClaimCatalogue {
  const entry = (id: string, paragraph: string, text: string, asked: string): string =>
    `  - { id: ${id}, paragraph: "${paragraph}", text: "${text}", kind: statistical, question: ${asked}, needs: Nothing. }\n`;
  const yaml =
    `record: ${record.date}\nclaims:\n` +
    entry('thefts', '1.1', 'Thefts fell.', question) +
    entry('review', '1.1', 'The MPS was reviewing why.', 'null') +
    entry('fires', '1.2', 'Fires rose.', 'null');
  return readClaims(yaml, 'x.yaml', record);
}

async function historyOf(date: string): Promise<string[]> {
  const rows = await store.db.selectFrom('history').select(['event', 'date']).orderBy('id').execute();
  return rows.filter((row) => row.date === date).map((row) => row.event);
}

describe('importing a record', () => {
  it('gives back exactly what was read', async () => {
    const read = minutes('3 May 2022');
    await importRecord(store, read);
    const { status, imported_at, corrections, ...back } = await getRecord(store, '2022-05-03');
    expect(back).toEqual(read);
    expect([status, imported_at, corrections]).toEqual(['draft', NOON.toISOString(), []]);
  });

  it('changes nothing when the same text comes twice', async () => {
    const read = minutes('4 May 2022');
    expect(await importRecord(store, read)).toMatchObject({ outcome: 'imported', status: 'draft' });
    expect(await importRecord(store, read)).toMatchObject({ outcome: 'already-imported', status: 'draft' });
    expect(await historyOf('2022-05-04')).toEqual(['imported']);
  });

  it('replaces a draft by another text, and remembers that it did', async () => {
    await importRecord(store, minutes('5 May 2022'));
    expect(await importRecord(store, minutes('5 May 2022', 'rose'))).toMatchObject({ outcome: 'replaced' });
    const { items } = await getRecord(store, '2022-05-05');
    expect(items[0]?.paragraphs[0]?.text).toMatch(/^Thefts rose/);
    expect(await historyOf('2022-05-05')).toEqual(['imported', 'replaced']);
  });

  it('agrees a draft without touching its text, and then refuses another text with advice', async () => {
    const read = minutes('6 May 2022');
    await importRecord(store, read);
    expect(await importRecord(store, read, { status: 'agreed' })).toMatchObject({ outcome: 'agreed' });
    expect(await importRecord(store, read, { status: 'draft' })).toMatchObject({
      outcome: 'already-imported',
      status: 'agreed',
    });
    const other = importRecord(store, minutes('6 May 2022', 'rose'));
    await expect(other).rejects.toThrow(AgreedRecordError);
    await expect(other).rejects.toMatchObject({ advice: expect.stringContaining('numbered correction') });
    expect((await getRecord(store, '2022-05-06')).items).toEqual(read.items);
  });

  it('lists what is held, newest first, with counts', async () => {
    await importRecord(store, minutes('7 May 2092'));
    const [first] = await listRecords(store);
    expect(first).toMatchObject({
      date: '2092-05-07',
      series: 'Harbour Panel',
      items: 1,
      paragraphs: 2,
      actions: 1,
      claims: 0,
    });
  });

  it('says which records there are when asked for one there is not', async () => {
    await importRecord(store, minutes('8 May 2022'));
    const missing = getRecord(store, '1999-01-01');
    await expect(missing).rejects.toThrow(NotFoundError);
    await expect(missing).rejects.toMatchObject({ advice: expect.stringContaining('2022-05-08') });
  });

  it('asks for the series when two boards met on a day', async () => {
    const read = minutes('9 May 2022');
    await importRecord(store, read);
    await importRecord(store, { ...read, series: 'Quay Panel' });
    await expect(getRecord(store, '2022-05-09')).rejects.toMatchObject({
      advice: 'Name the series: "Harbour Panel" or "Quay Panel".',
    });
    expect((await getRecord(store, '2022-05-09', 'Quay Panel')).series).toBe('Quay Panel');
  });
});

describe('an agreed record', () => {
  it.each([
    [
      'a paragraph edited',
      sql`UPDATE paragraph SET text = 'x' WHERE record_id = (SELECT id FROM record WHERE date = '2022-06-01')`,
    ],
    [
      'a paragraph removed',
      sql`DELETE FROM action WHERE record_id = (SELECT id FROM record WHERE date = '2022-06-01')`,
    ],
    ['a title edited', sql`UPDATE record SET title = 'x' WHERE date = '2022-06-01'`],
    ['made a draft again', sql`UPDATE record SET status = 'draft' WHERE date = '2022-06-01'`],
    [
      'a paragraph added',
      sql`INSERT INTO item (record_id, position, ref, title, given) SELECT id, 9, '9', 'x', false FROM record WHERE date = '2022-06-01'`,
    ],
    ['everything emptied', sql`TRUNCATE record CASCADE`],
    ['history rewritten', sql`UPDATE history SET event = 'agreed'`],
    ['history removed', sql`DELETE FROM history`],
  ])('cannot have %s, even by hand', async (_, statement) => {
    await importRecord(store, minutes('1 June 2022'), { status: 'agreed' });
    const refused = onDatabase('change it', () => statement.execute(store.db));
    await expect(refused).rejects.toThrow(
      /^could not change it: (?:an agreed record is never edited|rows of)/,
    );
    await expect(refused).rejects.toBeInstanceOf(ScrutineerError);
    expect((await getRecord(store, '2022-06-01')).items).toEqual(minutes('1 June 2022').items);
  });

  it('takes numbered corrections beside its text', async () => {
    const read = minutes('2 June 2022');
    await importRecord(store, read, { status: 'agreed' });
    const request = { paragraph: '1.2', was: 'rose', becomes: 'fell', reason: 'A slip of the pen.' };
    expect(await correctRecord(store, '2022-06-02', request)).toBe(1);
    expect(await correctRecord(store, '2022-06-02', { ...request, paragraph: '1.1', was: 'fell' })).toBe(2);
    const record = await getRecord(store, '2022-06-02');
    expect(record.corrections[0]).toEqual({ number: 1, ...request, made_at: NOON.toISOString() });
    expect(record.items).toEqual(read.items);
    const wrong = correctRecord(store, '2022-06-02', { ...request, was: 'sank' });
    await expect(wrong).rejects.toThrow(BadInputError);
  });

  it('is not what a draft is: a draft is corrected by importing it again', async () => {
    await importRecord(store, minutes('3 June 2022'));
    const early = correctRecord(store, '2022-06-03', {
      paragraph: '1.2',
      was: 'rose',
      becomes: 'fell',
      reason: 'x',
    });
    await expect(early).rejects.toThrow('is a draft');
  });
});

describe('claims', () => {
  it('are bound once, given back in order, and replaced when the catalogue changes', async () => {
    const read = minutes('1 July 2022');
    await importRecord(store, read, { status: 'agreed' });
    expect(await bindClaims(store, claims(read))).toBe('bound');
    expect(await bindClaims(store, claims(read))).toBe('already-bound');
    expect(await claimsOf(store, '2022-07-01')).toEqual(claims(read).claims);
    expect(await bindClaims(store, claims(read, 'compare theft'))).toBe('bound');
    expect((await claimsOf(store, '2022-07-01'))[0]?.question).toBe('compare theft');
    expect(await historyOf('2022-07-01')).toEqual(['imported', 'claims-bound', 'claims-bound']);
  });

  it('are refused when the stored record has other words', async () => {
    await importRecord(store, minutes('2 July 2022', 'sank'));
    const misplaced = bindClaims(store, claims(minutes('2 July 2022')));
    await expect(misplaced).rejects.toThrow('the claim "thefts" quotes paragraph 1.1 otherwise');
    expect(await claimsOf(store, '2022-07-02')).toEqual([]);
  });
});

describe('the folder', () => {
  it('is refused to a second opener, in words of one line', async () => {
    await expect(openRecordStore(folder)).rejects.toThrow(LockedError);
  });

  it('keeps its records when the process that had it open was killed', async () => {
    const other = await mkdtemp(join(tmpdir(), 'record-store-killed-'));
    const module = new URL('open-record-store.ts', import.meta.url).href;
    const script = `
      const { openRecordStore } = await import(${JSON.stringify(module)});
      const store = await openRecordStore(${JSON.stringify(other)});
      await store.db.insertInto('history').values({ at: '2024-01-01', event: 'imported', date: '2022-01-01', series: 'S', detail: '{}' }).execute();
      console.log('written');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const reopened = await openRecordStore(other);
    expect(await reopened.db.selectFrom('history').select('series').execute()).toEqual([{ series: 'S' }]);
    await reopened.close();
    await reopened.close();
    await rm(other, { recursive: true, force: true });
  });
});
