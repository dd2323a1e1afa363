import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ask, parseQuestion, toPublicClaim } from '../../evidence/index.ts';
import { isScrutineerError, UsageError } from '../../foundation/errors.ts';
import { seriesOf } from '../../measures/index.ts';
import type { WebServices } from '../services.ts';
import { seriesRequest } from './series-request.ts';
import { vintageOf } from './vintage.ts';

/**
 * The program's answers as JSON, with the keys of the command line's `--json`:
 *
 * - `/api/claims?record=2023-08-31` every claim with its verdicts
 * - `/api/ask?q=trend robbery --expect down` a finding; `&vintage=earliest` or `&as_known_on=DATE` chooses the publication
 * - `/api/series?measure=robbery&area=Camden,Brent&every=month&from=2022-04&to=2023-06`
 *
 * A fault of the question is answered as `{ "error": { "message", "advice" } }` with its status.
 */
export function apiApp({ app, board, records }: WebServices): Hono {
  const api = new Hono();
  api.onError((error, context) => {
    if (!isScrutineerError(error)) throw error;
    const { message, advice, status } = error;
    return context.json({ error: { message, advice } }, status as ContentfulStatusCode);
  });
  api.get('/claims', async (context) => {
    const [newest] = await records.list();
    const date = context.req.query('record') ?? newest?.date;
    if (date === undefined) return context.json({ claims: [] });
    const claims = await records.claims(date);
    const checked = claims.map(async (claim) => toPublicClaim(claim, await board.check(claim)));
    return context.json({ claims: await Promise.all(checked) });
  });
  api.get('/ask', async (context) => {
    const text = context.req.query('q');
    if (text === undefined || text.trim() === '')
      throw new UsageError('No question was asked.', 'Put it into q, as it is typed after `scrutineer ask`.');
    const vintage = vintageOf(context.req.query('vintage'), context.req.query('as_known_on'));
    return context.json(await ask(app, parseQuestion(text), { vintage }));
  });
  api.get('/series', async (context) =>
    context.json(await seriesOf(app, seriesRequest(app, context.req.query()))),
  );
  api.notFound((context) =>
    context.json(
      { error: { message: 'There is nothing here.', advice: 'Ask /api/claims, /api/ask or /api/series.' } },
      404,
    ),
  );
  return api;
}
