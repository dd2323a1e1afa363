import { isScrutineerError, ScrutineerError } from '../../foundation/errors.ts';

const LONGEST = 200;

/**
 * Runs a step on the database. What goes wrong is told in a sentence: PGlite's own errors carry pages of program text.
 * @param doing fits "could not …": "read the record of 2023-08-31".
 */
export async function onDatabase<T>(doing: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (isScrutineerError(error)) throw error;
    throw new ScrutineerError(`could not ${doing}: ${shortReason(error)}.`, adviceFor(error));
  }
}

function shortReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split('\n')[0]?.trim() ?? '';
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return short.replace(/\.$/, '') || 'the database gave no reason';
}

function adviceFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '23001') return 'What has been agreed stays as it is; write a correction instead.';
  if (code === 'ENOSPC') return 'Free some space on the disk and try again.';
  if (code === 'EACCES' || code === 'EPERM') return 'Check that you may write to the workspace’s folder.';
  return 'Try again; if it goes on, restore the workspace from a backup.';
}
