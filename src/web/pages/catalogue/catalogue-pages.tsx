import { Hono } from 'hono';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { CataloguePage } from './catalogue-page.tsx';
import { catalogueModel } from './model.ts';

/** The catalogue of definitions, to be mounted at `/catalogue`. `?q=` looks for words. */
export function cataloguePages(services: WebServices): Hono {
  const pages = new Hono();
  pages.get('/', (context) =>
    context.html(
      <CataloguePage
        model={catalogueModel(services, context.req.query('q') ?? '')}
        frame={frameOf(services.app)}
      />,
    ),
  );
  return pages;
}
