/**
 * Whether the footer of a Parquet file names all of some columns, as written, in small letters, or in small letters with underscores. The footer (Thrift, compact protocol) writes each name
 * as its length and its bytes; that is enough to recognise a layout, and needs no database.
 */
export function parquetNames(bytes: Buffer, columns: readonly string[]): boolean {
  const end = bytes.length - 8;
  if (end < 4 || bytes.toString('latin1', end + 4) !== 'PAR1') return false;
  const footer = bytes.subarray(Math.max(0, end - bytes.readUInt32LE(end)), end);
  return columns.every((name) =>
    [name, name.toLowerCase(), name.toLowerCase().replaceAll(' ', '_')].some((form) => named(footer, form)),
  );
}

function named(footer: Buffer, name: string): boolean {
  const text = Buffer.from(name, 'utf8');
  return text.length < 128 && footer.includes(Buffer.concat([Buffer.from([text.length]), text]));
}
