import { crc32, deflateRawSync } from 'node:zlib';
import { zip } from '../made-up/zip.ts';

/** ZIPs that try to write where they may not, to fill the disk, or to lie about themselves, around one honest table. */
export function hostileZips(table: string): Readonly<Record<string, Uint8Array>> {
  const honest = zip({ '2023-06/2023-06-metropolitan-stop-and-search.csv': table });
  const names = [
    '../../escaped.csv',
    '/tmp/scrutineer-escaped.csv',
    'a/../../../escaped.csv',
    String.raw`C:\escaped.csv`,
    String.raw`..\..\escaped.csv`,
    'nul\u0000.csv',
    `${'deep/'.repeat(400)}x.csv`,
    `${'x'.repeat(60_000)}.csv`,
    '-rf.csv',
    '$(touch escaped).csv',
    "'; DROP TABLE crime; --.csv",
    '*.csv',
    '\u202evsc.metropolitan.csv',
    'CON',
    '.',
    '..',
    '',
  ];
  const named = Object.fromEntries(
    names.map((name) => [`a member called ${name.slice(0, 40)}`, zip({ [name]: table })]),
  );
  return {
    ...named,
    'a ZIP in a ZIP in a ZIP': zip({ 'outer.zip': zip({ 'inner.zip': honest }) }),
    'a bomb that says so': zip({ 'bomb-metropolitan.csv': Buffer.alloc(80 * 1024 ** 2) }),
    'a bomb that lies about its size': lyingBomb(),
    'a directory that counts more members than there are': withBytes(
      honest,
      honest.length - 12,
      [0xff, 0x7f],
    ),
    'a directory that begins beyond the end': withBytes(honest, honest.length - 6, [0xff, 0xff, 0xff, 0x7f]),
    'a link to another file': withLink(honest),
    'a checksum that is wrong': withBytes(honest, 14, [1, 2, 3, 4]),
    'nothing but an end': zip({}),
    'honest, and text after it': Buffer.concat([honest, Buffer.from('trailing words')]),
  };
}

/** 100 MiB of zeros whose headers speak of ten bytes. */
function lyingBomb(): Uint8Array {
  const content = Buffer.alloc(100 * 1024 ** 2);
  const packed = deflateRawSync(content);
  const bytes = Buffer.from(zip({ 'small-metropolitan.csv': content }));
  for (
    let at = bytes.indexOf(sizes(content, packed));
    at !== -1;
    at = bytes.indexOf(sizes(content, packed), at + 1)
  )
    bytes.writeUInt32LE(10, at + 8);
  return bytes;
}

/** Checksum, packed size and size, as they stand in both headers of a member. */
function sizes(content: Buffer, packed: Buffer): Buffer {
  const fields = Buffer.alloc(12);
  fields.writeUInt32LE(crc32(content), 0);
  fields.writeUInt32LE(packed.length, 4);
  fields.writeUInt32LE(content.length, 8);
  return fields;
}

/** The member marked as a symbolic link by its Unix mode. */
function withLink(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf('PK\u0001\u0002');
  return withBytes(withBytes(bytes, at + 5, [3]), at + 38, [0, 0, 0xff, 0xa1]);
}

function withBytes(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed.set(values, at);
  return changed;
}
