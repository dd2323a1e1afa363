import { Hono } from 'hono';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { LakeMemo } from '../lake-memo.ts';
import { claimModel, type ClaimModel } from './claim-model.ts';
import { ClaimPage } from './claim-page.tsx';

/** `/claims/:date/:id`: a statement of a record and the evidence on it. */
export function claimPages(services: WebServices): Hono {
  const frame = frameOf(services.app);
  const models = new LakeMemo<ClaimModel>(services.app.lake);
  const pages = new Hono();
  pages.get('/claims/:date/:id', async (context) => {
    const { date, id } = context.req.param();
    const { imported_at: recordAs } = await services.records.get(date);
    const model = await models.get(`${date}/${id}/${recordAs}`, async () => claimModel(services, date, id));
    return context.html(<ClaimPage frame={frame} model={model} />);
  });
  return pages;
}
