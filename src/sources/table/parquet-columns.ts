/**
 * Whether the footer of a Parquet file names all of some columns, as written, in small letters, or in small letters with underscores. The footer (Thrift, compact protocol) writes each name
 * as its length and its bytes; that is enough to recognise a layout, and needs no database.
 */
export function parquetNames(footer: Buffer, columns: readonly string[]): boolean {
  return columns.every((name) =>
    [name, name.toLowerCase(), name.toLowerCase().replaceAll(' ', '_')].some((form) => named(footer, form)),
  );
}

function named(footer: Buffer, name: string): boolean {
  const text = Buffer.from(name, 'utf8');
  return text.length < 128 && footer.includes(Buffer.concat([Buffer.from([text.length]), text]));
}

/** The footer of a Parquet file, copied so that the file itself need not be kept; empty for bytes that are none. */
export function parquetFooter(bytes: Buffer): Buffer {
  const end = bytes.length - 8;
  if (end < 4 || bytes.toString('latin1', end + 4) !== 'PAR1') return Buffer.alloc(0);
  return Buffer.from(bytes.subarray(Math.max(0, end - bytes.readUInt32LE(end)), end));
}
