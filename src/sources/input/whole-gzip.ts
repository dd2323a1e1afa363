import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile } from './input-file.ts';

/**
 * Makes sure that a gzip file is whole. The database reads one that was cut short as far as it goes, and says nothing: a file of
 * which the second half is missing would pass for a quiet month.
 * @throws BadInputError for a file that is cut short or damaged
 */
export async function requireWholeGzip({ gzip, localPath, path }: InputFile): Promise<void> {
  if (!gzip) return;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(localPath), createGunzip({ chunkSize: 256 * 1024 }), nowhere);
  } catch (error) {
    throw new BadInputError(
      'the gzip data is cut short or damaged',
      { file: path },
      'Download the file again.',
      {
        cause: error,
      },
    );
  }
}
