import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { BadInputError, NotFoundError } from '../foundation/errors.ts';

/** What a workspace may hold: the shipped real record, made-up training data, or a user's own imports. */
export type WorkspaceKind = 'opening' | 'illustrative' | 'own';

const FILE = 'workspace.json';
const schema = z.object({
  format: z.literal(1),
  kind: z.enum(['opening', 'illustrative', 'own']),
  created: z.string(),
});

/** A folder that holds one lake and one record store. All of a program's state is below it. */
export interface Workspace {
  readonly dir: string;
  readonly kind: WorkspaceKind;
  readonly lakeDir: string;
  readonly stagingDir: string;
  readonly recordDir: string;
}

/** Opens a workspace that is there; `NotFoundError` says how to make one. */
export function openWorkspace(dir: string): Workspace {
  const root = resolve(dir);
  const file = join(root, FILE);
  if (!existsSync(file)) {
    throw new NotFoundError(
      `There is no workspace in ${root}.`,
      'Run `npm start` to build the opening workspace, or `scrutineer import FILE --workspace DIR` to begin one of your own.',
    );
  }
  const parsed = schema.safeParse(parseJson(file));
  if (!parsed.success) {
    throw new BadInputError(
      'this is not a workspace file that this version can read',
      { file },
      'Restore it from a backup, or start a new workspace in another folder.',
    );
  }
  return { kind: parsed.data.kind, ...foldersOf(root) };
}

/** Opens the workspace of a folder, making it (with its folders) when there is none. */
export function openOrCreateWorkspace(dir: string, kind: WorkspaceKind, now: Date): Workspace {
  const root = resolve(dir);
  const file = join(root, FILE);
  if (!existsSync(file)) {
    mkdirSync(root, { recursive: true });
    const unfinished = `${file}.${process.pid}.new`;
    writeFileSync(unfinished, `${JSON.stringify({ format: 1, kind, created: now.toISOString() })}\n`);
    renameSync(unfinished, file);
  }
  const workspace = openWorkspace(root);
  mkdirSync(workspace.lakeDir, { recursive: true });
  return workspace;
}

function foldersOf(dir: string): Omit<Workspace, 'kind'> {
  return {
    dir,
    lakeDir: join(dir, 'lake'),
    stagingDir: join(dir, 'staging'),
    recordDir: join(dir, 'record'),
  };
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
