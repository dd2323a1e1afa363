import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { packHtml } from '../publish/index.ts';
import { apiApp } from './api/api-app.ts';
import { assetsApp } from './assets/assets-app.ts';
import { galleryApp } from './gallery/gallery-app.tsx';
import { areasPages } from './pages/areas/areas-pages.tsx';
import { cataloguePages } from './pages/catalogue/catalogue-pages.tsx';
import { illustrativeAnswers } from './illustrative-answers.ts';
import { claimPages } from './pages/claim/claim-pages.tsx';
import { completenessPages } from './pages/completeness/completeness-pages.tsx';
import { dataPages } from './pages/data/data-pages.tsx';
import { errorPages } from './pages/error/error-pages.tsx';
import { measuresPages } from './pages/measures/measures-pages.tsx';
import { powersPages } from './pages/powers/powers-pages.tsx';
import { readingPages } from './pages/reading/reading-pages.tsx';
import { recordPages } from './pages/record/record-pages.tsx';
import type { WebServices } from './services.ts';

/** The whole web application, in the order in which requests meet its parts. */
export function webApp(services: WebServices): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
      },
    }),
  );
  app.route('/assets', assetsApp());
  if (services.app.workspace.kind === 'illustrative') app.use(illustrativeAnswers());
  app.route('/api', apiApp(services));
  app.route('/gallery', galleryApp());
  app.get('/pack.html', async (context) =>
    context.body(
      await packHtml(services, {
        meeting: context.req.query('meeting'),
        quarter: context.req.query('quarter'),
      }),
      200,
      {
        'content-type': 'text/html; charset=utf-8',
      },
    ),
  );
  app.route('/', recordPages(services));
  app.route('/', claimPages(services));
  app.route('/measures', measuresPages(services));
  app.route('/powers', powersPages(services));
  app.route('/areas', areasPages(services));
  app.route('/catalogue', cataloguePages(services));
  app.route('/completeness', completenessPages(services));
  app.route('/data', dataPages(services));
  app.route('/', readingPages(services));
  errorPages(app, services, (error) => console.error(error));
  return app;
}
