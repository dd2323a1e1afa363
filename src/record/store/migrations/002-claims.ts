/** Claims: sentences of a record, or parts of one, and the questions that check them. A note in the margin, so it may change. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const claims: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE claim (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_id integer NOT NULL REFERENCES record,
        position integer NOT NULL,
        slug text NOT NULL,
        paragraph text NOT NULL,
        text text NOT NULL,
        span_start integer NOT NULL CHECK (span_start >= 0),
        span_end integer NOT NULL,
        kind text NOT NULL,
        question text,
        needs text,
        note text,
        UNIQUE (record_id, slug),
        CHECK (span_end > span_start),
        CHECK (question IS NOT NULL OR needs IS NOT NULL)
      )`.execute(db);
  },
};
