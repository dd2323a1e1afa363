import { join } from 'node:path';
import { z } from 'zod';
import { NotFoundError, UsageError } from '../../foundation/errors.ts';
import { nearest } from '../../foundation/nearest.ts';
import { readYaml } from '../../foundation/read-yaml.ts';

const address = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));
const path = z.string().startsWith('/');
const formats = z.array(z.enum(['csv', 'xlsx', 'xls', 'ods', 'json', 'parquet', 'zip'])).min(1);
const common = { id: z.string().regex(/^[a-z0-9-]+$/), title: z.string() };

const fetches = z.discriminatedUnion('layout', [
  z.strictObject({ ...common, layout: z.literal('police-uk-archive'), path, months: z.int().positive() }),
  z.strictObject({ ...common, layout: z.literal('police-uk-stops') }),
  z.strictObject({ ...common, layout: z.literal('police-uk-crimes') }),
  z.strictObject({ ...common, layout: z.literal('address'), path, file: z.string(), formats }),
  z.strictObject({ ...common, layout: z.literal('london-datastore'), dataset: z.string(), formats }),
  z.strictObject({ ...common, layout: z.literal('gov-uk'), path, formats }),
  z.strictObject({ ...common, layout: z.literal('ons-dataset'), path, formats }),
  z.strictObject({ ...common, layout: z.literal('ons-series'), path }),
  z.strictObject({ ...common, layout: z.literal('nomis'), dataset: z.string(), query: z.string() }),
]);

const publisher = z.strictObject({
  id: common.id,
  name: z.string(),
  base: address,
  /** Where its files are kept, when that is another host. */
  files: address.optional(),
  listings: z.array(path).default([]),
  rate: z.strictObject({ per_second: z.number().positive(), burst: z.int().positive() }),
  fetches: z.array(fetches).min(1),
});

const schema = z.strictObject({
  user_agent: z.string().regex(/^[\x20-\x7e]+$/),
  limits: z.strictObject({
    attempts: z.int().positive(),
    idle_seconds: z.number().positive(),
    longest_wait_seconds: z.number().positive(),
    redirects: z.int().nonnegative(),
    largest_bytes: z.int().positive(),
  }),
  publishers: z.array(publisher),
});

export type Publishers = z.output<typeof schema>;
export type Publisher = Publishers['publishers'][number];
/** Something that can be fetched, and in which of the publishers' ways it is laid out. */
export type FetchSource = Publisher['fetches'][number];

/**
 * Reads catalogue/publishers.yaml. An environment variable SCRUTINEER_BASE_URL_POLICE_UK takes the place of the address of `police-uk`.
 * @throws BadInputError, UsageError
 */
export function loadPublishers(
  catalogueDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Publishers {
  const read = readYaml(join(catalogueDir, 'publishers.yaml'), schema);
  return {
    ...read,
    publishers: read.publishers.map((each) => {
      const name = `SCRUTINEER_BASE_URL_${each.id.replaceAll('-', '_').toUpperCase()}`;
      const base = env[name];
      return base === undefined || base === '' ? each : movedTo(each, base, name);
    }),
  };
}

/** A publisher at another address; what it says of its own addresses is read as of that one. @throws UsageError */
export function movedTo(from: Publisher, base: string, option: string): Publisher & Moved {
  const parsed = address.safeParse(base);
  if (!parsed.success)
    throw new UsageError(`${option} is not an address: "${base}".`, 'Write it as https://host/path.');
  const { files, ...rest } = from;
  return { ...rest, base: parsed.data, instead: [from.base, ...(files === undefined ? [] : [files])] };
}

/** The addresses that another stands in for. */
export interface Moved {
  readonly instead?: readonly string[];
}

/** Finds what is to be fetched by its id. @throws NotFoundError */
export function findFetch(
  { publishers }: Publishers,
  id: string,
): { readonly publisher: Publisher; readonly source: FetchSource } {
  for (const each of publishers) {
    const source = each.fetches.find((one) => one.id === id);
    if (source) return { publisher: each, source };
  }
  const near = nearest(
    id,
    publishers.flatMap((each) => each.fetches.map((source) => source.id)),
  );
  throw new NotFoundError(
    `There is nothing called "${id}" to fetch.`,
    `${near === null ? '' : `Did you mean "${near}"? `}\`scrutineer fetch --list\` lists what there is.`,
  );
}

/**
 * An address of a publisher: a path below its base, or an address that it gives itself. Null for one on a host that is not the publisher's.
 */
export function addressOf(from: Publisher & Moved, to: string): string | null {
  const { instead = [], base, files } = from;
  const own = [...instead, base, ...(files === undefined ? [] : [files])];
  if (to.startsWith('/') && !to.startsWith('//')) return `${base}${to}`;
  const known = own.find((each) => to === each || to.startsWith(`${each}/`));
  if (known === undefined) return null;
  return instead.includes(known) ? `${base}${to.slice(known.length)}` : to;
}
