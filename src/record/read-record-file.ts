import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { BadInputError, NotFoundError } from '../foundation/errors.ts';
import type { ReadRecord, RecordFormat } from './read-record-types.ts';
import { readRecord } from './reader/read-record.ts';

const FORMATS: Readonly<Record<string, RecordFormat>> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'md',
  '.markdown': 'md',
};

/**
 * Reads minutes from a file; its ending says which format. Text is UTF-8, UTF-16 with a mark, or else Windows-1252.
 * @throws NotFoundError when there is no such file; BadInputError as `readRecord` does, or for an unknown ending.
 */
export async function readRecordFile(path: string): Promise<ReadRecord> {
  const format = FORMATS[extname(path).toLowerCase()];
  if (format === undefined) {
    const ending = extname(path) === '' ? 'no ending' : `the ending "${extname(path)}"`;
    throw new BadInputError(
      `a file with ${ending} cannot be read as minutes yet.`,
      { file: path },
      'Save it as text (.txt) or Markdown (.md).',
    );
  }
  return readRecord(decode(await contentOf(path)), { format, file: path });
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new NotFoundError(
      `${path} cannot be opened.`,
      'Check the name, and that it is a file you may read.',
      { cause: error },
    );
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
