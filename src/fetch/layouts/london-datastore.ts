import { z } from 'zod';
import { parseIsoDate } from '../../foundation/iso-date.ts';
import { FetchError, hostOf } from '../http/http-error.ts';
import type { FileToFetch, Of, Plan, Planning } from '../plan.ts';
import { addressOf } from '../publishers/publishers.ts';
import { endingOf, fileNameOf, formatsOf } from './file-name.ts';
import { askJson } from './json.ts';
import { someOf } from './months.ts';

const resource = z.object({
  title: z.string().optional(),
  name: z.string().nullish(),
  url: z.string(),
  format: z.string().nullish(),
  timestamp: z.string().nullish(),
  last_modified: z.string().nullish(),
});
/** DataPress keys the files of a dataset by their ids; CKAN, and some DataPress sites, list them. */
const resources = z.union([
  z.record(z.string(), resource).transform((all) => Object.values(all)),
  z.array(resource),
]);
const dataset = z.object({
  id: z.string().optional(),
  slug: z.string().optional(),
  name: z.string().optional(),
  resources,
});
const listing = z.union([
  z.object({ result: dataset }).transform(({ result }) => [result]),
  dataset.transform((one) => [one]),
  z.array(z.looseObject({ resources: z.unknown() })),
]);

type Resource = z.output<typeof resource>;

/** The files of a dataset of the London Datastore that are of a wanted kind. */
export async function planDatastore(planning: Planning<Of<'london-datastore'>>): Promise<Plan> {
  const { publisher, source } = planning;
  const found = await resourcesOf(planning);
  const items: FileToFetch[] = [];
  const elsewhere: string[] = [];
  for (const each of found) {
    const address = addressOf(publisher, each.url);
    if (address === null) {
      elsewhere.push(each.url);
      continue;
    }
    const name = fileNameOf(address);
    const ending = endingOf(name) ?? endingOf(`.${each.format ?? ''}`);
    if (ending === null || !source.formats.some((format) => format === ending)) continue;
    const changed = (each.timestamp ?? each.last_modified ?? '').slice(0, 10);
    items.push({
      kind: 'file',
      address,
      file: endingOf(name) === null ? `${name}.${ending}` : name,
      formats: formatsOf(ending),
      published: parseIsoDate(changed),
    });
  }
  return {
    items,
    notices: elsewhere.length === 0 ? [] : [`Kept on other hosts, and left out: ${someOf(elsewhere)}.`],
  };
}

/** Asks one listing after another until one knows the dataset. */
async function resourcesOf({
  client,
  publisher,
  source,
}: Planning<Of<'london-datastore'>>): Promise<readonly Resource[]> {
  let last: FetchError | null = null;
  for (const path of publisher.listings) {
    const address = addressOf(publisher, path.replace('{dataset}', source.dataset)) ?? '';
    try {
      const all = await askJson(client, { address }, listing);
      const one = all.length === 1 ? all[0] : all.find((each) => isNamed(each, source.dataset));
      const read = dataset.safeParse(one);
      if (read.success) return read.data.resources;
      last = new FetchError(
        `${hostOf(address)} knows no dataset ${source.dataset}.`,
        'The publisher may have renamed it: correct the dataset in catalogue/publishers.yaml.',
        404,
      );
    } catch (error) {
      // A listing of an older or newer kind of site is not there, or answers with a page.
      if (!(error instanceof FetchError) || (error.answered !== null && error.answered !== 404)) throw error;
      if (error.answered === null && error.cause !== undefined) throw error;
      // What a listing said in the wrong shape tells more than that another is not there.
      if (last === null || last.answered === 404) last = error;
    }
  }
  throw (
    last ?? new FetchError('No listing is set for this publisher.', 'Name one in catalogue/publishers.yaml.')
  );
}

function isNamed(each: Readonly<Record<string, unknown>>, name: string): boolean {
  return (
    each['id'] === name ||
    each['slug'] === name ||
    each['name'] === name ||
    String(each['slug']).endsWith(`-${name}`)
  );
}
