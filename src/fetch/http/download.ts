import { open } from 'node:fs/promises';
import { PartFile } from '../store/part-file.ts';
import { FetchError, hostOf } from './http-error.ts';
import type { Answer, Ask, PoliteClient } from './polite-client.ts';

/** A file that lies whole in its part file; or word that the copy we hold is still the newest. */
export type Downloaded =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'whole';
      readonly part: PartFile;
      readonly bytes: number;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

export interface DownloadOptions {
  readonly address: string;
  /** Where the file will stand; until it is whole and looked at, it lies beside it as a part. */
  readonly target: string;
  /** What is known of the copy that we hold, so that the publisher need not send it again. */
  readonly held: { readonly etag: string | null; readonly lastModified: string | null } | null;
  /** Told as bytes come: how many are here, and how many there will be where that is known. */
  readonly onBytes: (here: number, whole: number | null) => void;
}

/** Downloads one file, going on with a part where the server allows. @throws FetchError */
export async function download(client: PoliteClient, options: DownloadOptions): Promise<Downloaded> {
  const part = new PartFile(options.target, options.address);
  return client.ask(
    () => askFor(options, part),
    (answer) => receive(client, options, part, answer),
  );
}

async function askFor({ address, held }: DownloadOptions, part: PartFile): Promise<Ask> {
  const begun = part.held();
  // A part is of the bytes as they stand: packed on the way they could not be gone on with.
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (begun) {
    headers['range'] = `bytes=${begun.bytes}-`;
    headers['if-range'] = begun.validator;
  } else if (held?.etag) headers['if-none-match'] = held.etag;
  else if (held?.lastModified) headers['if-modified-since'] = held.lastModified;
  return { address, headers };
}

async function receive(
  client: PoliteClient,
  { address, onBytes }: DownloadOptions,
  part: PartFile,
  { response, alive }: Answer,
): Promise<Downloaded> {
  const { status, headers } = response;
  if (status === 304) return { kind: 'unchanged' };
  const begun = part.held();
  if (status === 416) {
    // The part is longer than the file: it is of another one. The next try begins anew.
    await part.remove();
    throw new TypeError('the file is shorter than the part that is here');
  }
  const from = status === 206 ? (begun?.bytes ?? 0) : 0;
  const encoded = headers.get('content-encoding') !== null;
  const length = encoded ? null : numberOf(headers.get('content-length'));
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
  if (status === 206 && (from === 0 || Number(range?.[1]) !== from)) {
    await part.remove();
    throw new TypeError('the server sent another piece than the one asked for');
  }
  const whole = numberOf(range?.[2] ?? null) ?? (length === null ? null : from + length);
  if (whole !== null) await requireRoom(client, part, address, whole);
  if (status === 200) await part.begin(encoded ? null : validatorOf(headers));
  const file = await open(part.path, status === 206 ? 'a' : 'w');
  let here = from;
  try {
    for await (const piece of response.body ?? []) {
      alive();
      await file.write(piece);
      here += piece.length;
      if (here > client.limits.largest_bytes) await requireRoom(client, part, address, here);
      onBytes(here, whole);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (whole !== null && here !== whole) throw new TypeError(`${here} of ${whole} bytes came`);
  return {
    kind: 'whole',
    part,
    bytes: here,
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
  };
}

async function requireRoom(
  client: PoliteClient,
  part: PartFile,
  address: string,
  bytes: number,
): Promise<void> {
  if (bytes <= client.limits.largest_bytes) return;
  await part.remove();
  throw new FetchError(
    `${hostOf(address)} sends ${(bytes / 1024 ** 2).toFixed(0)} MiB or more for ${address}, over the limit of ${(client.limits.largest_bytes / 1024 ** 2).toFixed(0)} MiB.`,
    'If that is right, raise largest_bytes in catalogue/publishers.yaml.',
  );
}

/** What a part can be gone on with: a strong ETag, else the date. */
function validatorOf(headers: Headers): string | null {
  const etag = headers.get('etag');
  if (etag !== null && !etag.startsWith('W/')) return etag;
  return headers.get('last-modified');
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
