import { Hono } from 'hono';
import { GalleryPage } from './gallery-page.tsx';

/** The gallery, to be mounted at `/gallery`. `?illustrative=no` shows it without the band. */
export function galleryApp(): Hono {
  const app = new Hono();
  app.get('/', (context) =>
    context.html(<GalleryPage illustrative={context.req.query('illustrative') !== 'no'} />),
  );
  return app;
}
