import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isScrutineerError } from '../../../foundation/errors.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { ErrorPage } from './error-page.tsx';

/**
 * Gives an application its error pages: 404 for an address that nothing answers to, an error of ours with its message,
 * its advice and its status, anything else as 500. `report` is told of faults that are ours alone; the reader is not.
 */
export function errorPages(app: Hono, services: WebServices, report: (error: unknown) => void): void {
  const frame = frameOf(services.app);

  app.notFound((context) =>
    context.html(
      <ErrorPage
        heading="Page not found"
        lines={[
          'If you typed the web address, check that it is correct.',
          'If you pasted it, check that you copied all of it.',
        ]}
        frame={frame}
      />,
      404,
    ),
  );

  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (isScrutineerError(error))
      return context.html(
        <ErrorPage heading={error.message} lines={[error.advice]} frame={frame} />,
        error.status,
      );
    report(error);
    return context.html(
      <ErrorPage
        heading="Sorry, there is a problem with this page"
        lines={['Try again later. Nothing that you did is lost, and no figure was changed.']}
        frame={frame}
      />,
      500,
    );
  });
}
