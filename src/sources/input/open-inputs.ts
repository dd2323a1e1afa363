import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError } from '../../foundation/errors.ts';
import { isOnePublication } from './archives.ts';
import type { Sample } from './input-file.ts';
import { localFile } from './local-file.ts';
import { sampleOf } from './sample.ts';
import { visitZip, zipMemberNames } from './zip.ts';

export type Found =
  | { readonly kind: 'sample'; readonly sample: Sample }
  | {
      readonly kind: 'unreadable';
      readonly path: string;
      readonly member: string | null;
      readonly error: unknown;
    };

/**
 * Finds everything to import below some paths: files, folders (all files in them, in name order), and the
 * members of ZIPs, which are unpacked under made-up names into `scratch`. One file that cannot be opened
 * does not stop the rest.
 */
export async function findInputs(
  paths: readonly string[],
  scratch: string,
  wantsMember: (path: string, member: string) => boolean = () => true,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of paths) {
    for (const file of await filesBelow(path)) found.push(...(await openOne(file, scratch, wantsMember)));
  }
  return found;
}

async function filesBelow(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => null);
  if (!info)
    throw new NotFoundError(
      `There is no file or folder ${path}.`,
      'Check the path; ZIPs and .gz files may be given as they are.',
    );
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const below = entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
    .map((entry) => entry.name)
    .toSorted();
  const nested = await Promise.all(below.map((name) => filesBelow(join(path, name))));
  return nested.flat();
}

/** What one file holds: itself, or the members of a ZIP. */
export async function openOne(
  path: string,
  scratch: string,
  wantsMember: (path: string, member: string) => boolean = () => true,
): Promise<Found[]> {
  try {
    const sample = await sampleOf(await localFile(path));
    if (sample.format !== 'zip') return [{ kind: 'sample', sample }];
    const members = await zipMemberNames(path);
    if (isOnePublication(members)) return [{ kind: 'sample', sample: { ...sample, members } }];
    return await openMembers(path, scratch, (member) => wantsMember(path, member));
  } catch (error) {
    return [{ kind: 'unreadable', path, member: null, error }];
  }
}

async function openMembers(
  path: string,
  scratch: string,
  wants: (member: string) => boolean,
): Promise<Found[]> {
  const found: Found[] = [];
  await mkdir(scratch, { recursive: true });
  await visitZip(path, async (member) => {
    if (!wants(member.name)) return;
    const unpacked = join(scratch, crypto.randomUUID());
    try {
      await member.extractTo(unpacked);
      found.push({ kind: 'sample', sample: await sampleOf(await localFile(path, unpacked, member.name)) });
    } catch (error) {
      await rm(unpacked, { force: true });
      found.push({ kind: 'unreadable', path, member: member.name, error });
    }
  });
  return found;
}
