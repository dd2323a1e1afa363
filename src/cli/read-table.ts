import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { BadInputError, NotFoundError } from '../foundation/errors.ts';
import { decode } from '../sources/input/decode.ts';

/**
 * The text of a CSV file, or of standard input for '-'. UTF-8, UTF-16 with a mark, or else Windows-1252.
 *
 * @throws NotFoundError when there is no such file, BadInputError when it cannot be read
 */
export async function readTable(path: string): Promise<string> {
  const bytes = path === '-' ? await buffer(process.stdin) : await readBytes(path);
  return decode(bytes);
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') {
      throw new NotFoundError(
        `There is no file ${path}.`,
        'Check its name, or give - to read standard input.',
        {
          cause,
        },
      );
    }
    const why = code === 'EISDIR' ? 'it is a folder.' : 'it cannot be read.';
    throw new BadInputError(why, { file: path }, 'Give a CSV file that you may read.', { cause });
  }
}
