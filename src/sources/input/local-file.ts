import { open, stat } from 'node:fs/promises';
import { gunzipSync, constants } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { BadInputError } from '../../foundation/errors.ts';
import { decode } from './decode.ts';
import type { InputFile } from './input-file.ts';

/** Workbooks and small tables are read whole; anything larger must come through the streaming path. */
const MAX_WHOLE_BYTES = 512 * 1024 ** 2;
export const SAMPLE_BYTES = 64 * 1024;

/** Describes a file on disk as something to import. */
export async function localFile(
  path: string,
  localPath = path,
  member: string | null = null,
): Promise<InputFile> {
  const { size } = await stat(localPath);
  const magic = await firstBytes(localPath, 2);
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
  const read = async (): Promise<Uint8Array> => {
    if (size > MAX_WHOLE_BYTES) throw tooLarge(path);
    const bytes = await readFile(localPath);
    if (!gzip) return bytes;
    try {
      return gunzipSync(bytes, { maxOutputLength: MAX_WHOLE_BYTES });
    } catch (error) {
      if (error instanceof RangeError) throw tooLarge(path);
      throw new BadInputError(
        'the gzip data is cut short or damaged',
        { file: path },
        'Download the file again.',
        { cause: error },
      );
    }
  };
  return { path, member, localPath, gzip, size, read, text: async () => decode(await read()) };
}

/** The first bytes of a file's content, un-gzipped. */
export async function beginning(file: InputFile): Promise<Uint8Array> {
  const raw = await firstBytes(file.localPath, SAMPLE_BYTES);
  if (!file.gzip) return raw;
  try {
    // A prefix of a gzip file ends in mid-stream; SYNC_FLUSH gives what it holds without complaint.
    return gunzipSync(raw, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 256 * SAMPLE_BYTES,
    }).subarray(0, 4 * SAMPLE_BYTES);
  } catch (error) {
    throw new BadInputError('the gzip data is damaged', { file: file.path }, 'Download the file again.', {
      cause: error,
    });
  }
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const buffer = Buffer.alloc(count);
    const { bytesRead } = await handle.read(buffer, 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function tooLarge(path: string): BadInputError {
  return new BadInputError(
    `the file is larger than ${MAX_WHOLE_BYTES / 1024 ** 2} MiB, too large for its layout`,
    { file: path },
    'Split it, or check that it is what it claims to be.',
  );
}
