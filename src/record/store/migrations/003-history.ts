/** What may never change: an agreed record is not edited (corrections are numbered beside it), and history only grows. */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const history: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await tables(db);
    await growOnly(db);
    await freezeAgreedRecords(db);
  },
};

async function tables(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE correction (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      record_id integer NOT NULL REFERENCES record,
      number integer NOT NULL CHECK (number > 0),
      paragraph text NOT NULL,
      was text NOT NULL,
      becomes text NOT NULL,
      reason text NOT NULL,
      made_at timestamptz NOT NULL,
      UNIQUE (record_id, number)
    )`.execute(db);
  await sql`
    CREATE TABLE history (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL,
      event text NOT NULL,
      date date NOT NULL,
      series text NOT NULL,
      detail jsonb NOT NULL
    )`.execute(db);
}

async function growOnly(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'rows of "%" are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$`.execute(db);
  for (const table of ['correction', 'history']) {
    await sql`
      CREATE TRIGGER grow_only BEFORE UPDATE OR DELETE ON ${sql.table(table)}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`.execute(db);
    await sql`
      CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${sql.table(table)}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}

async function freezeAgreedRecords(db: Kysely<unknown>): Promise<void> {
  // Of a record that is no draft only the status may move, and only forward.
  await sql`
    CREATE FUNCTION refuse_change_of_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.status = 'draft' THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
      END IF;
      IF TG_OP = 'UPDATE' AND OLD.status = 'agreed' AND NEW.status IN ('agreed', 'published')
         AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status' THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'an agreed record is never edited; add a numbered correction' USING ERRCODE = 'restrict_violation';
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER agreed_is_final BEFORE UPDATE OR DELETE ON record
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_agreed()`.execute(db);
  await sql`
    CREATE FUNCTION refuse_change_within_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE owner_id integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.record_id ELSE OLD.record_id END;
    BEGIN
      IF EXISTS (SELECT FROM record WHERE id = owner_id AND status <> 'draft') THEN
        RAISE EXCEPTION 'an agreed record is never edited; add a numbered correction' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
      RETURN NEW;
    END $$`.execute(db);
  for (const table of ['attendance', 'item', 'paragraph', 'action']) {
    await sql`
      CREATE TRIGGER agreed_is_final BEFORE INSERT OR UPDATE OR DELETE ON ${sql.table(table)}
        FOR EACH ROW EXECUTE FUNCTION refuse_change_within_agreed()`.execute(db);
  }
  for (const table of ['record', 'attendance', 'item', 'paragraph', 'action']) {
    await sql`
      CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${sql.table(table)}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}
