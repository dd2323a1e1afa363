import { Hono } from 'hono';
import { NotFoundError } from '../../../foundation/errors.ts';
import { htmlText } from '../../components/html.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { LakeMemo } from '../lake-memo.ts';
import { AgainstWholes } from './against-whole.ts';
import { areaHref } from './area-address.ts';
import { areaModel } from './area-model.ts';
import { AreaPage } from './area-page.tsx';
import { areasModel } from './areas-model.ts';
import { AreasPage } from './areas-page.tsx';
import { WHOLE } from './map-input.ts';

/** All areas, and a page for each, to be mounted at `/areas`. `?area=NAME` leads to that area's page. */
export function areasPages(services: WebServices): Hono {
  const { app } = services;
  const drawn = new LakeMemo<string>(app.lake);
  const wholes = new AgainstWholes(app, WHOLE);
  const pages = new Hono();
  // The age of data changes from day to day.
  const day = (): string => services.now().toISOString().slice(0, 10);

  pages.get('/', async (context) => {
    const asked = context.req.query('area');
    if (asked) return context.redirect(areaHref(app.areas.require(asked, ['force', 'borough'])), 303);
    const html = await drawn.get(day(), async () =>
      htmlText(<AreasPage model={await areasModel(services)} frame={frameOf(app)} />),
    );
    return context.html(html);
  });

  pages.get('/:area', async (context) => {
    const slug = context.req.param('area');
    const area = app.areas.bySlug(slug) ?? app.areas.resolve(slug, ['borough', 'force']);
    if (!area || (area.type !== 'borough' && area.type !== 'force'))
      throw new NotFoundError(`There is no area called "${slug}".`, 'The page of all areas lists them.');
    if (area.slug !== slug) return context.redirect(areaHref(area), 303);
    const html = await drawn.get(`${area.slug} ${day()}`, async () =>
      htmlText(<AreaPage model={await areaModel(services, wholes, area)} frame={frameOf(app)} />),
    );
    return context.html(html);
  });
  return pages;
}
