import { Hono } from 'hono';
import { htmlText, type Html } from '../components/html.ts';
import type { WebServices } from '../services.ts';
import { LakeMemo } from './lake-memo.ts';
import { DEFAULT_AREA } from './measures/model.ts';

/** A page of its own for each force and borough, chosen by `?area=`; drawn once for each, until the lake changes. */
export function pagesByArea({ app }: WebServices, draw: (area: string) => Promise<Html>): Hono {
  const drawn = new LakeMemo<string>(app.lake);
  const pages = new Hono();
  pages.get('/', async (context) => {
    const area = app.areas.require(context.req.query('area') || DEFAULT_AREA, ['force', 'borough']).name;
    return context.html(await drawn.get(area, async () => htmlText(await draw(area))));
  });
  return pages;
}
