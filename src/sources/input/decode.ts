import type { Sample } from './input-file.ts';

export type Encoding = NonNullable<Sample['encoding']>;

/**
 * Tells the encoding of text by its bytes: a byte-order mark, else UTF-8 if it is valid, else Windows-1252,
 * which is usual in British government files. `cut` says that the bytes are only the beginning of a file, so
 * that a character cut in two at the end is no fault.
 */
export function detectEncoding(bytes: Uint8Array, cut: boolean): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Decodes text, without its byte-order mark. */
export function decode(bytes: Uint8Array, encoding: Encoding = detectEncoding(bytes, false)): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Whether bytes look like text at all: no NUL outside UTF-16 and few control characters. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const encoding = detectEncoding(bytes, true);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return true;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1;
  }
  return controls * 100 <= bytes.length;
}
