import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { BadInputError } from '../../foundation/errors.ts';

/** Limits that no honest publication comes near; beyond them a ZIP is taken for a bomb. */
const MAX_MEMBERS = 20_000;
const MAX_MEMBER_BYTES = 4 * 1024 ** 3;
/** A member that is read into memory. */
const MAX_READ_BYTES = 256 * 1024 ** 2;
const MAX_RATIO = 400;

export interface ZipMember {
  readonly name: string;
  readonly bytes: number;
  /** Unpacks the member to a file that the caller chose; the member's own name is never used as a path. */
  extractTo(path: string): Promise<void>;
  /** The member's content, for small members that are read together. */
  read(): Promise<Buffer>;
}

/** Opens a ZIP and hands each file in it to `visit`, in order. Folders and resource forks are passed over. */
export async function visitZip(path: string, visit: (member: ZipMember) => Promise<void>): Promise<void> {
  const zip = await openZip(path);
  try {
    if (zip.entryCount > MAX_MEMBERS)
      throw new BadInputError(
        `the ZIP has ${zip.entryCount} members`,
        { file: path },
        `Unpack it and import at most ${MAX_MEMBERS} files at a time.`,
      );
    for (;;) {
      const entry = await nextEntry(zip, path);
      if (!entry) return;
      if (entry.fileName.endsWith('/') || entry.fileName.startsWith('__MACOSX/')) continue;
      await visit({
        name: entry.fileName,
        bytes: entry.uncompressedSize,
        extractTo: (to) => extract(zip, entry, path, to),
        read: () => readMember(zip, entry, path),
      });
    }
  } finally {
    zip.close();
  }
}

/** Names of the members, without unpacking any: tells a workbook from an archive. */
export async function zipMemberNames(path: string): Promise<string[]> {
  const names: string[] = [];
  await visitZip(path, async (member) => {
    names.push(member.name);
  });
  return names;
}

async function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    // With decodeStrings yauzl refuses names that are absolute or climb with '..'.
    yauzl.open(
      path,
      { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true },
      (error, zip) => {
        if (error) reject(unreadable(path, error));
        else resolve(zip);
      },
    );
  });
}

async function nextEntry(zip: yauzl.ZipFile, path: string): Promise<yauzl.Entry | null> {
  return new Promise((resolve, reject) => {
    const done = (finish: () => void): void => {
      zip.off('entry', onEntry);
      zip.off('end', onEnd);
      zip.off('error', onError);
      finish();
    };
    const onEntry = (entry: yauzl.Entry): void => done(() => resolve(entry));
    const onEnd = (): void => done(() => resolve(null));
    const onError = (error: Error): void => done(() => reject(unreadable(path, error)));
    zip.on('entry', onEntry);
    zip.on('end', onEnd);
    zip.on('error', onError);
    zip.readEntry();
  });
}

async function extract(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string, to: string): Promise<void> {
  const stream = await openMember(zip, entry, path, MAX_MEMBER_BYTES);
  try {
    await pipeline(stream, atMost(MAX_MEMBER_BYTES), createWriteStream(to));
  } catch (error) {
    throw unreadable(path, error as Error, entry.fileName);
  }
}

async function readMember(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string): Promise<Buffer> {
  const stream = await openMember(zip, entry, path, MAX_READ_BYTES);
  const chunks: Buffer[] = [];
  try {
    await pipeline(stream, atMost(MAX_READ_BYTES), async (content: AsyncIterable<Buffer>) => {
      for await (const chunk of content) chunks.push(chunk);
    });
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(path, error as Error, entry.fileName);
  }
}

/** Opens a member, unless it says of itself that it is a bomb. What it really unpacks to is watched while it is read. */
async function openMember(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  path: string,
  limit: number,
): Promise<NodeJS.ReadableStream> {
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > limit || (ratio > MAX_RATIO && entry.uncompressedSize > 64 * 1024 ** 2)) {
    throw new BadInputError(
      `the member ${entry.fileName} would unpack to ${entry.uncompressedSize} bytes, ${Math.round(ratio)} times its size`,
      { file: path },
      'Check that the file is what it claims to be; unpack it by hand if you trust it.',
    );
  }
  return new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(unreadable(path, error, entry.fileName));
      else resolve(opened);
    });
  });
}

function atMost(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback): void {
      seen += chunk.length;
      if (seen > limit) callback(new Error(`unpacks to more than ${limit} bytes`));
      else callback(null, chunk);
    },
  });
}

function unreadable(path: string, cause: Error, member?: string): BadInputError {
  const what = member === undefined ? 'the ZIP cannot be read' : `the ZIP member ${member} cannot be read`;
  return new BadInputError(
    `${what} (${cause.message})`,
    { file: path },
    'Download it again; it may be cut short.',
    { cause },
  );
}
