import { z } from 'zod';
import { parseIsoDate } from '../../foundation/iso-date.ts';
import type { FileToFetch, Of, Plan, Planning } from '../plan.ts';
import { addressOf } from '../publishers/publishers.ts';
import { endingOf, formatsOf, safeName } from './file-name.ts';
import { askJson } from './json.ts';

/** A page of ons.gov.uk as data: the landing page of a dataset names its editions, an edition its files. */
const page = z.object({
  datasets: z.array(z.object({ uri: z.string().startsWith('/') })).optional(),
  downloads: z.array(z.object({ file: z.string() })).optional(),
  description: z.object({ releaseDate: z.string().nullish() }).optional(),
});

/** The files of the newest edition of a dataset; of all that were released since a wanted date. */
export async function planOnsDataset({
  client,
  publisher,
  source,
  wanted,
}: Planning<Of<'ons-dataset'>>): Promise<Plan> {
  const read = async (path: string): Promise<z.output<typeof page>> =>
    askJson(client, { address: addressOf(publisher, `${path}/data`) ?? '' }, page);
  const landing = await read(source.path);
  const editions = (landing.datasets ?? []).map(({ uri }) => uri);
  const items: FileToFetch[] = [];
  for (const uri of wanted.from === null ? editions.slice(0, 1) : editions) {
    const { downloads = [], description } = await read(uri);
    const published = parseIsoDate((description?.releaseDate ?? '').slice(0, 10));
    if (wanted.from !== null && published !== null && published < wanted.from) continue;
    for (const { file } of downloads) {
      const ending = endingOf(file);
      if (ending === null || !source.formats.some((format) => format === ending)) continue;
      items.push({
        kind: 'file',
        address: addressOf(publisher, `/file?uri=${uri}/${encodeURIComponent(file)}`) ?? '',
        file: safeName(`${uri.split('/').at(-1) ?? ''}-${file}`),
        formats: formatsOf(ending),
        published,
      });
    }
  }
  return {
    items,
    notices:
      items.length === 0 ? ['The page of the dataset names no file of a kind that Scrutineer reads.'] : [],
  };
}
