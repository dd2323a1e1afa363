import { join } from 'node:path';
import { ScrutineerError } from '../foundation/errors.ts';
import { readLock } from '../foundation/file-lock.ts';
import { openWorkspace } from '../lake/workspace.ts';

/**
 * The record's database has one user at a time. While `scrutineer serve` holds it, commands that only read it ask
 * the server instead. Null when nobody serves this workspace.
 */
export async function fromServer(workspace: string, path: string): Promise<string | null> {
  const holder = await readLock(join(openWorkspace(workspace).recordDir, 'record.lock'));
  if (holder?.url === undefined) return null;
  const response = await fetch(`${holder.url}${path}`).catch(() => null);
  if (response === null) return null;
  const body = await response.text();
  if (response.ok) return body;
  throw new ScrutineerError(`The server at ${holder.url} answered ${response.status}.`, body.slice(0, 300));
}
