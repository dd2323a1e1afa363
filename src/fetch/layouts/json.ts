import type { z } from 'zod';
import { FetchError, hostOf } from '../http/http-error.ts';
import { pageIn } from '../http/inspect.ts';
import type { Ask, PoliteClient } from '../http/polite-client.ts';

/**
 * An answer in JSON, of a shape.
 * @throws FetchError that says what came where it is something else
 */
export async function askJson<Schema extends z.ZodType>(
  client: PoliteClient,
  ask: Ask,
  schema: Schema,
  attempts?: number,
): Promise<z.output<Schema>> {
  const text = await client.text(ask, attempts);
  const wrong = (what: string): FetchError =>
    new FetchError(
      `${hostOf(ask.address)} sent ${what} for ${ask.address}, not the list that it documents.`,
      'Open the address in a browser. If the publisher has changed its layout, download by hand and use `scrutineer import`.',
    );
  const page = pageIn(text);
  if (page !== null) throw wrong(page);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw wrong('damaged JSON');
  }
  const read = schema.safeParse(parsed);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw wrong(`JSON of another shape (${[...(issue?.path ?? []), issue?.message ?? ''].join(' ').trim()})`);
}
