import { readFile } from 'node:fs/promises';
import { NotFoundError } from '../../foundation/errors.ts';
import type { ReadRecord } from '../read-record-types.ts';
import type { ClaimCatalogue } from './claim-types.ts';
import { readClaims } from './read-claims.ts';

/** Reads the catalogue of claims at `path` for a record; errors as `readClaims`, or NotFoundError when there is no such file. */
export async function readClaimsFile(path: string, record: ReadRecord): Promise<ClaimCatalogue> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new NotFoundError(
      `${path} cannot be opened.`,
      'A record’s claims stand beside it, in DATE.claims.yaml.',
      { cause: error },
    );
  }
  return readClaims(text, path, record);
}
