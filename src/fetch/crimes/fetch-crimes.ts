import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FetchError } from '../http/http-error.ts';
import type { PoliteClient } from '../http/polite-client.ts';
import { askJson } from '../layouts/json.ts';
import { safeName } from '../layouts/file-name.ts';
import type { CrimesToFetch } from '../plan.ts';
import { addressOf, type Publisher } from '../publishers/publishers.ts';
import { crimesInArea, type ApiCrime } from './crimes-in-area.ts';
import type { Corner } from './split-area.ts';

const neighbourhoods = z.array(z.object({ id: z.string() }));
const boundary = z.array(
  z
    .object({ latitude: z.coerce.number().min(-90).max(90), longitude: z.coerce.number().min(-180).max(180) })
    .transform((corner): Corner => corner),
);

/** Outlines of the neighbourhoods of a force, asked for once however many months are fetched. */
export class Neighbourhoods {
  readonly #client: PoliteClient;
  readonly #publisher: Publisher;
  readonly #ids = new Map<string, Promise<readonly string[]>>();
  readonly #outlines = new Map<string, Promise<readonly Corner[]>>();

  constructor(client: PoliteClient, publisher: Publisher) {
    this.#client = client;
    this.#publisher = publisher;
  }

  async of(force: string): Promise<readonly string[]> {
    const known =
      this.#ids.get(force) ??
      this.#ask(`/api/${force}/neighbourhoods`, neighbourhoods).then((list) => list.map(({ id }) => id));
    this.#ids.set(force, known);
    return known;
  }

  /** The corners of a neighbourhood; none where the API holds no outline of it. */
  async outline(force: string, id: string): Promise<readonly Corner[]> {
    const key = `/api/${force}/${encodeURIComponent(id)}/boundary`;
    const known =
      this.#outlines.get(key) ??
      this.#ask(key, boundary).catch((error: unknown) => {
        if (error instanceof FetchError && error.answered === 404) return [];
        throw error;
      });
    this.#outlines.set(key, known);
    return known;
  }

  async #ask<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
    return askJson(this.#client, { address: addressOf(this.#publisher, path) ?? '' }, schema);
  }
}

export interface CrimesFetched {
  readonly path: string;
  readonly crimes: number;
  readonly notices: readonly string[];
}

/**
 * Fetches the crimes of a force's neighbourhoods in one month into one file: the objects as the API gives them, each once, with the
 * `neighbourhoods` that hold it. Each neighbourhood is kept as it comes, so that a run that was stopped goes on there.
 */
export async function fetchCrimes(
  client: PoliteClient,
  publisher: Publisher,
  outlines: Neighbourhoods,
  item: CrimesToFetch,
  folder: string,
  onProgress: (done: number, all: number) => void,
): Promise<CrimesFetched> {
  const parts = join(folder, `${item.file}.parts`);
  await mkdir(parts, { recursive: true });
  const address = addressOf(publisher, '/api/crimes-street/all-crime') ?? '';
  const ids = await outlines.of(item.force);
  const all = new Map<string, ApiCrime & { neighbourhoods: string[] }>();
  const without: string[] = [];
  for (const [index, id] of ids.entries()) {
    onProgress(index, ids.length);
    const kept = join(parts, `${index}-${safeName(id)}.json`);
    let found: readonly ApiCrime[];
    if (existsSync(kept)) found = JSON.parse(await readFile(kept, 'utf8')) as ApiCrime[];
    else {
      const outline = await outlines.outline(item.force, id);
      if (outline.length < 3) {
        without.push(id);
        continue;
      }
      found = await crimesInArea(client, address, item.month, outline);
      await writeWhole(kept, JSON.stringify(found));
    }
    for (const crime of found) {
      const known = all.get(String(crime.id));
      if (known) known.neighbourhoods.push(id);
      else all.set(String(crime.id), { ...crime, neighbourhoods: [id] });
    }
  }
  onProgress(ids.length, ids.length);
  const path = join(folder, item.file);
  await writeWhole(path, JSON.stringify([...all.values()]));
  await rm(parts, { recursive: true });
  return {
    path,
    crimes: all.size,
    notices:
      without.length === 0
        ? []
        : [`${without.length} neighbourhoods of ${item.force} have no outline: ${without.join(', ')}.`],
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}
