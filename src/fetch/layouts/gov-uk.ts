import { z } from 'zod';
import { parseIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import type { FileToFetch, Of, Plan, Planning } from '../plan.ts';
import { addressOf } from '../publishers/publishers.ts';
import { endingOf, fileNameOf, formatsOf } from './file-name.ts';
import { askJson } from './json.ts';
import { someOf } from './months.ts';

/** The content API of GOV.UK: a page with its attachments, or a collection with its pages. */
const page = z.object({
  public_updated_at: z.string().nullish(),
  details: z
    .object({
      attachments: z
        .array(z.object({ url: z.string().optional(), attachment_type: z.string().optional() }))
        .optional(),
      /** Pages from before attachments were listed hold them as pieces of HTML. */
      documents: z.array(z.string()).optional(),
    })
    .optional(),
  links: z
    .object({
      documents: z
        .array(z.object({ base_path: z.string().startsWith('/'), public_updated_at: z.string().nullish() }))
        .optional(),
    })
    .optional(),
});

/** The attachments of a page, or of every page of a collection that was updated since a wanted date. */
export async function planGovUk({
  client,
  publisher,
  source,
  wanted,
}: Planning<Of<'gov-uk'>>): Promise<Plan> {
  const read = async (path: string): Promise<z.output<typeof page>> =>
    askJson(client, { address: addressOf(publisher, `/api/content${path}`) ?? '' }, page);
  const first = await read(source.path);
  const since = (date: string | null | undefined): boolean => {
    const day = dayOf(date);
    return wanted.from === null || day === null || day >= wanted.from;
  };
  const pages = [first];
  for (const document of first.links?.documents ?? [])
    if (since(document.public_updated_at)) pages.push(await read(document.base_path));
  const items: FileToFetch[] = [];
  const elsewhere: string[] = [];
  for (const { public_updated_at, details } of pages) {
    const urls = [
      ...(details?.attachments ?? []).flatMap(({ url }) => url ?? []),
      ...(details?.documents ?? []).flatMap((html) =>
        [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? ''),
      ),
    ];
    for (const url of new Set(urls)) {
      const ending = endingOf(url.split(/[?#]/, 1)[0] ?? '');
      if (ending === null || !source.formats.some((format) => format === ending)) continue;
      const address = addressOf(publisher, url);
      if (address === null) elsewhere.push(url);
      else
        items.push({
          kind: 'file',
          address,
          file: fileNameOf(address),
          formats: formatsOf(ending),
          published: dayOf(public_updated_at),
        });
    }
  }
  const once = [...new Map(items.map((item) => [item.address, item])).values()];
  return {
    items: once,
    notices: elsewhere.length === 0 ? [] : [`Kept on other hosts, and left out: ${someOf(elsewhere)}.`],
  };
}

function dayOf(date: string | null | undefined): IsoDate | null {
  return parseIsoDate((date ?? '').slice(0, 10));
}
