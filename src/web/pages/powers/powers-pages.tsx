import { Hono } from 'hono';
import { htmlText } from '../../components/html.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { LakeMemo } from '../lake-memo.ts';
import { DEFAULT_AREA } from '../measures/model.ts';
import { powersModel } from './model.ts';
import { PowersPage } from './powers-page.tsx';

/** Powers of the police, to be mounted at `/powers`. `?area=` chooses the area. */
export function powersPages(services: WebServices): Hono {
  const { app } = services;
  const drawn = new LakeMemo<string>(app.lake);
  const pages = new Hono();
  pages.get('/', async (context) => {
    const area = app.areas.require(context.req.query('area') || DEFAULT_AREA, ['force', 'borough']).name;
    const html = await drawn.get(area, async () => {
      const model = await powersModel(services, area);
      return htmlText(<PowersPage model={model} frame={frameOf(app)} />);
    });
    return context.html(html);
  });
  return pages;
}
