import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadInputError, NotFoundError } from '../foundation/errors.ts';
import { readRecordFile } from './read-record-file.ts';

const MINUTES =
  'Minutes of the meeting of 3 May 2022\n\n1. Boats\n\n1.1. The panel’s boat cost £5 – no more.\n';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutes-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('reading minutes from a file', () => {
  it.each([
    ['UTF-8', Buffer.from(MINUTES)],
    ['UTF-16', Buffer.from(`\uFEFF${MINUTES}`, 'utf16le')],
    ['Windows-1252', Buffer.from(MINUTES.replace('’', '\u0092').replace('–', '\u0096'), 'latin1')],
  ])('understands text in %s', async (name, bytes) => {
    const path = join(folder, `${name}.txt`);
    await writeFile(path, bytes);
    const { items } = await readRecordFile(path);
    expect(items[0]?.paragraphs[0]?.text).toBe('The panel’s boat cost £5 – no more.');
  });

  it('says which endings it knows, and that a file is not there', async () => {
    await expect(readRecordFile(join(folder, 'minutes.pages'))).rejects.toThrow(BadInputError);
    await expect(readRecordFile(join(folder, 'none.txt'))).rejects.toThrow(NotFoundError);
  });

  // A rule that backtracks would not end within the time a test is given.
  it('reads a thousand pages, even of words that look like names', async () => {
    const path = join(folder, 'long.txt');
    const names = 'The Harbour Force and Ann Lee of Quay Trust '.repeat(40);
    const paragraphs = Array.from({ length: 900 }, (_, at) => `1.${at + 2}. ${names}noted it.\n`);
    await writeFile(path, MINUTES + paragraphs.join(''));
    const { items } = await readRecordFile(path);
    expect(items[0]?.paragraphs.length).toBe(901);
  });
});
