import { BadInputError } from '../../foundation/errors.ts';
import type { Claim, ClaimCatalogue } from '../claims/claim-types.ts';
import { onDatabase } from './database-error.ts';
import { findRecord } from './get-record.ts';
import type { RecordStore } from './open-record-store.ts';
import type { RecordDatabase } from './tables.ts';
import { writeHistory } from './write-history.ts';

/**
 * Binds a catalogue of claims to its stored record. They are a note in the margin: another catalogue replaces the one
 * before, and the same one again changes nothing.
 * @throws NotFoundError when the record is not stored; BadInputError when a text does not stand where the claim says.
 */
export async function bindClaims(
  store: RecordStore,
  catalogue: ClaimCatalogue,
  series?: string,
): Promise<'bound' | 'already-bound'> {
  return await onDatabase(`bind the claims of ${catalogue.record}`, () =>
    store.db.transaction().execute(async (tx) => {
      const record = await findRecord(tx, catalogue.record, series);
      const before = await readRows(tx, record.id);
      if (JSON.stringify(before) === JSON.stringify(catalogue.claims)) return 'already-bound';
      const paragraphs = await tx
        .selectFrom('paragraph')
        .select(['ref', 'text'])
        .where('record_id', '=', record.id)
        .execute();
      for (const claim of catalogue.claims) refuseMisplaced(claim, paragraphs);
      await tx.deleteFrom('claim').where('record_id', '=', record.id).execute();
      const rows = catalogue.claims.map(
        ({ id, start, end, paragraph, text, kind, question, needs, note }, position) => ({
          record_id: record.id,
          position,
          slug: id,
          span_start: start,
          span_end: end,
          paragraph,
          text,
          kind,
          question,
          needs,
          note,
        }),
      );
      if (rows.length > 0) await tx.insertInto('claim').values(rows).execute();
      const { date } = record;
      await writeHistory(
        tx,
        store.now(),
        { event: 'claims-bound', date, series: record.series },
        { claims: rows.length },
      );
      return 'bound';
    }),
  );
}

/** The claims of the record of a date, in the order of its sentences; errors as `getRecord`. */
export async function claimsOf(store: RecordStore, date: string, series?: string): Promise<Claim[]> {
  return await onDatabase(`read the claims of ${date}`, async () => {
    const record = await findRecord(store.db, date, series);
    return await readRows(store.db, record.id);
  });
}

async function readRows(db: RecordDatabase, recordId: number): Promise<Claim[]> {
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where('record_id', '=', recordId)
    .orderBy('position')
    .execute();
  return rows.map(({ slug, paragraph, text, span_start, span_end, kind, question, needs, note }) => ({
    id: slug,
    paragraph,
    text,
    start: span_start,
    end: span_end,
    kind,
    question,
    needs,
    note,
  }));
}

function refuseMisplaced(
  claim: Claim,
  paragraphs: readonly { readonly ref: string; readonly text: string }[],
): void {
  const paragraph = paragraphs.find(({ ref }) => ref === claim.paragraph);
  if (paragraph?.text.slice(claim.start, claim.end) === claim.text) return;
  throw new BadInputError(
    `the claim "${claim.id}" quotes paragraph ${claim.paragraph} otherwise than the stored record has it.`,
    {},
    'Read the catalogue against the record that is stored.',
  );
}
