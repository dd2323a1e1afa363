import { BadInputError, ScrutineerError } from '../../foundation/errors.ts';
import { onDatabase } from './database-error.ts';
import { findRecord } from './get-record.ts';
import type { RecordStore } from './open-record-store.ts';
import { writeHistory } from './write-history.ts';

/** What is put right: the words `was` of a paragraph are to be read as `becomes`, for a reason that is published with it. */
export interface CorrectionRequest {
  readonly paragraph: string;
  readonly was: string;
  readonly becomes: string;
  readonly reason: string;
}

/**
 * Adds the next numbered correction to an agreed record and returns its number; the record's text stays as agreed.
 * @throws NotFoundError for an unknown record; BadInputError when the words do not stand in the paragraph;
 *   ScrutineerError when the record is still a draft.
 */
export async function correctRecord(
  store: RecordStore,
  date: string,
  request: CorrectionRequest,
  series?: string,
): Promise<number> {
  return await onDatabase(`correct the record of ${date}`, () =>
    store.db.transaction().execute(async (tx) => {
      const record = await findRecord(tx, date, series);
      if (record.status === 'draft') {
        throw new ScrutineerError(
          `the record of ${date} is a draft.`,
          'Import its corrected text; corrections are for agreed records.',
        );
      }
      const { text = '' } =
        (await tx
          .selectFrom('paragraph')
          .select('text')
          .where('record_id', '=', record.id)
          .where('ref', '=', request.paragraph)
          .executeTakeFirst()) ?? {};
      if (request.was === '' || !text.includes(request.was)) {
        throw new BadInputError(
          `paragraph ${request.paragraph} does not hold "${request.was}".`,
          {},
          'Quote the words to correct exactly.',
        );
      }
      const last = await tx
        .selectFrom('correction')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('record_id', '=', record.id)
        .executeTakeFirst();
      const number = (last?.number ?? 0) + 1;
      const made_at = store.now().toISOString();
      await tx
        .insertInto('correction')
        .values({ ...request, record_id: record.id, number, made_at })
        .execute();
      await writeHistory(
        tx,
        store.now(),
        { event: 'corrected', date: record.date, series: record.series },
        { number },
      );
      return number;
    }),
  );
}
