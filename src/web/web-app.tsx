import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { assetsApp } from './assets/assets-app.ts';
import type { WebServices } from './services.ts';

/** The whole web application, in the order in which requests meet its parts. */
export function webApp(_services: WebServices): Hono {
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
  return app;
}
