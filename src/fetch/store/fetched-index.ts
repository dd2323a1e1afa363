import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const entrySchema = z.object({
  /** Where the file was asked for. */
  address: z.string(),
  /** Its name in the folder of this index. */
  file: z.string(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  sha256: z.string(),
  bytes: z.number(),
  fetched_at: z.string(),
});
const schema = z.object({ format: z.literal(1), files: z.array(entrySchema) });

/** What is remembered of a file that was fetched. */
export type Fetched = z.infer<typeof entrySchema>;

const FILE = 'index.json';

/** The files fetched into one folder, newest last; a folder without a readable index holds none. */
export function fetchedIn(folder: string): readonly Fetched[] {
  const path = join(folder, FILE);
  if (!existsSync(path)) return [];
  try {
    return schema
      .parse(JSON.parse(readFileSync(path, 'utf8')))
      .files.filter(({ file }) => existsSync(join(folder, file)));
  } catch {
    // An index that cannot be read costs a download, not an answer.
    return [];
  }
}

/** Adds a file to its folder's index, or replaces what was said of that address; by renaming, so that a kill leaves a whole index. */
export async function remember(folder: string, fetched: Fetched): Promise<void> {
  const others = fetchedIn(folder).filter(({ address }) => address !== fetched.address);
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `${FILE}.new`);
  await writeFile(unfinished, `${JSON.stringify({ format: 1, files: [...others, fetched] }, null, 2)}\n`);
  await rename(unfinished, join(folder, FILE));
}

/** The newest copy of an address below a source's folder, whatever day it was fetched on. */
export function lastFetched(
  sourceFolder: string,
  address: string,
): (Fetched & { readonly folder: string }) | null {
  if (!existsSync(sourceFolder)) return null;
  const days = readdirSync(sourceFolder).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
  for (const day of days.toSorted().toReversed()) {
    const folder = join(sourceFolder, day);
    const found = fetchedIn(folder).find((entry) => entry.address === address);
    if (found) return { ...found, folder };
  }
  return null;
}
