import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ask, parseQuestion, toPublicClaim } from '../../evidence/index.ts';
import { isScrutineerError, UsageError } from '../../foundation/errors.ts';
import { seriesOf } from '../../measures/index.ts';
import { catalogueEntries } from '../pages/catalogue/model.ts';
import { publicEntry } from '../pages/catalogue/public-entry.ts';
import { matching } from '../pages/catalogue/search.ts';
import type { WebServices } from '../services.ts';
import { seriesRequest } from './series-request.ts';
import { vintageOf } from './vintage.ts';

/**
 * The program's answers as JSON, with the keys of the command line's `--json`:
 *
 * - `/api/claims?record=2023-08-31` every claim with its verdicts; of all records without `record`, unjudged with `check=0`
 * - `/api/ask?q=trend robbery --expect down` a finding; `&vintage=earliest` or `&as_known_on=DATE` chooses the publication, here and below
 * - `/api/series?measure=robbery&area=Camden,Brent&every=month&from=2022-04&to=2023-06`
 * - `/api/catalogue?q=knife` every definition, or those that hold the words
 *
 * A fault of the question is answered as `{ "error": { "message", "advice" } }` with its status.
 */
export function apiApp(services: WebServices): Hono {
  const { app, board, records } = services;
  const api = new Hono();
  api.onError((error, context) => {
    if (!isScrutineerError(error)) throw error;
    const { message, advice, status } = error;
    return context.json({ error: { message, advice } }, status as ContentfulStatusCode);
  });
  api.get('/claims', async (context) => {
    const { record, check = '1' } = context.req.query();
    if (check !== '0' && check !== '1')
      throw new UsageError(
        `check=${check} is not known.`,
        'Write check=1 to judge the claims, check=0 not to.',
      );
    const dates = record === undefined ? (await records.list()).map(({ date }) => date) : [record];
    const claims = (await Promise.all(dates.map(async (date) => records.claims(date)))).flat();
    const answers = claims.map(async (claim) =>
      toPublicClaim(claim, check === '1' ? await board.check(claim) : null),
    );
    return context.json({ claims: await Promise.all(answers) });
  });
  api.get('/ask', async (context) => {
    const text = context.req.query('q');
    if (text === undefined || text.trim() === '')
      throw new UsageError('No question was asked.', 'Put it into q, as it is typed after `scrutineer ask`.');
    const vintage = vintageOf(context.req.query());
    return context.json(await ask(app, parseQuestion(text), { vintage }));
  });
  api.get('/series', async (context) =>
    context.json(await seriesOf(app, seriesRequest(app, context.req.query()))),
  );
  api.get('/catalogue', (context) => {
    const found = matching(catalogueEntries(services), context.req.query('q') ?? '');
    return context.json({ measures: found.map(publicEntry) });
  });
  api.notFound((context) =>
    context.json(
      {
        error: {
          message: 'There is nothing here.',
          advice: 'Ask /api/claims, /api/ask, /api/series or /api/catalogue.',
        },
      },
      404,
    ),
  );
  return api;
}
