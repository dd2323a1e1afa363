import { Hono } from 'hono';
import { htmlText } from '../../components/html.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { LakeMemo } from '../lake-memo.ts';
import { DEFAULT_AREA } from '../measures/model.ts';
import { CompletenessPage } from './completeness-page.tsx';
import { completenessModel } from './model.ts';

/** What is recorded and what is missing, to be mounted at `/completeness`. `?area=` chooses the area. */
export function completenessPages(services: WebServices): Hono {
  const { app } = services;
  // Drawn once: a picture of every field of every month is the dearest part.
  const drawn = new LakeMemo<string>(app.lake);
  const pages = new Hono();
  pages.get('/', async (context) => {
    const area = app.areas.require(context.req.query('area') || DEFAULT_AREA, ['force', 'borough']).name;
    const html = await drawn.get(area, async () => {
      const model = await completenessModel(services, area);
      return htmlText(<CompletenessPage model={model} frame={frameOf(app)} />);
    });
    return context.html(html);
  });
  return pages;
}
