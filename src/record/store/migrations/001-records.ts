/** Records of meetings: who attended, items, paragraphs and actions, in the order of the document. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const records: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE record (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        date date NOT NULL,
        series text NOT NULL,
        title text NOT NULL,
        body text,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'agreed', 'published')),
        restated boolean NOT NULL,
        original jsonb,
        notice text,
        licence text,
        previous_meeting date,
        unplaced jsonb NOT NULL,
        file text NOT NULL,
        format text NOT NULL,
        sha256 text NOT NULL,
        imported_at timestamptz NOT NULL,
        UNIQUE (series, date)
      )`.execute(db);
    await sql`
      CREATE TABLE attendance (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_id integer NOT NULL REFERENCES record,
        position integer NOT NULL,
        name text,
        role text,
        body text,
        heading text,
        absent boolean NOT NULL,
        UNIQUE (record_id, position),
        CHECK (name IS NOT NULL OR role IS NOT NULL)
      )`.execute(db);
    await sql`
      CREATE TABLE item (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_id integer NOT NULL REFERENCES record,
        position integer NOT NULL,
        ref text NOT NULL,
        title text NOT NULL,
        given boolean NOT NULL,
        UNIQUE (record_id, position)
      )`.execute(db);
    await sql`
      CREATE TABLE paragraph (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_id integer NOT NULL REFERENCES record,
        item_id integer REFERENCES item,
        position integer NOT NULL,
        ref text NOT NULL,
        text text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('paragraph', 'action')),
        given boolean NOT NULL,
        UNIQUE (record_id, position)
      )`.execute(db);
    await sql`
      CREATE TABLE action (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_id integer NOT NULL REFERENCES record,
        paragraph_id integer NOT NULL UNIQUE REFERENCES paragraph,
        ref text NOT NULL,
        text text NOT NULL,
        paragraph text,
        owner text,
        recipient text,
        due jsonb
      )`.execute(db);
  },
};
