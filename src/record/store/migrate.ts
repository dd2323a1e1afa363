import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { records } from './migrations/001-records.ts';
import { claims } from './migrations/002-claims.ts';
import { history } from './migrations/003-history.ts';

/** In the order in which they are applied. A migration that has been released is never changed: add the next number. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-records': records,
  '002-claims': claims,
  '003-history': history,
};

/**
 * Brings a database to the newest layout; does nothing when it is there already.
 * @throws whatever the database says when a migration fails; nothing of that migration is then kept.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}
