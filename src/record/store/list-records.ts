import type { IsoDate } from '../../foundation/iso-date.ts';
import { onDatabase } from './database-error.ts';
import type { RecordStore } from './open-record-store.ts';
import type { RecordStatus } from './tables.ts';

/** One line of the list of records. */
export interface RecordSummary {
  readonly date: IsoDate;
  readonly series: string;
  readonly title: string;
  readonly status: RecordStatus;
  readonly restated: boolean;
  readonly items: number;
  readonly paragraphs: number;
  readonly actions: number;
  readonly claims: number;
}

/** All records held, newest meeting first. */
export async function listRecords(store: RecordStore): Promise<RecordSummary[]> {
  return await onDatabase('list the records', async () => {
    const rows = await store.db
      .selectFrom('record')
      .select(['date', 'series', 'title', 'status', 'restated'])
      .select((eb) => [
        eb
          .selectFrom('item')
          .whereRef('item.record_id', '=', 'record.id')
          .select(eb.fn.countAll().as('n'))
          .as('items'),
        eb
          .selectFrom('paragraph')
          .whereRef('paragraph.record_id', '=', 'record.id')
          .where('kind', '=', 'paragraph')
          .select(eb.fn.countAll().as('n'))
          .as('paragraphs'),
        eb
          .selectFrom('action')
          .whereRef('action.record_id', '=', 'record.id')
          .select(eb.fn.countAll().as('n'))
          .as('actions'),
        eb
          .selectFrom('claim')
          .whereRef('claim.record_id', '=', 'record.id')
          .select(eb.fn.countAll().as('n'))
          .as('claims'),
      ])
      .orderBy('date', 'desc')
      .orderBy('series')
      .execute();
    return rows.map(({ date, series, title, status, restated, items, paragraphs, actions, claims }) => ({
      date,
      series,
      title,
      status,
      restated,
      items: Number(items),
      paragraphs: Number(paragraphs),
      actions: Number(actions),
      claims: Number(claims),
    }));
  });
}
