import { Hono } from 'hono';
import { UsageError } from '../../../foundation/errors.ts';
import type { ClaimState } from '../../../evidence/index.ts';
import { recordSheet } from '../../../publish/index.ts';
import { CLAIM_STATES } from '../../components/claim-state/claim-states.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { RecordPage } from './record-page.tsx';
import { RecordsPage } from './records-page.tsx';
import { StatementsPage } from './statements-page.tsx';

/**
 * `/` is the newest record with its margin; `/records` lists those held; `/records/:date` is one of them, and
 * `/records/:date/claims?state=` the list of its statements.
 */
export function recordPages(services: WebServices): Hono {
  const frame = frameOf(services.app);
  const pages = new Hono();
  pages.get('/', async (context) => {
    const records = await services.records.list();
    const [newest] = records;
    if (newest === undefined) return context.html(<RecordsPage frame={frame} records={[]} />);
    const sheet = await recordSheet(services, newest.date);
    return context.html(<RecordPage frame={frame} sheet={sheet} records={records} start />);
  });
  pages.get('/records', async (context) =>
    context.html(<RecordsPage frame={frame} records={await services.records.list()} />),
  );
  pages.get('/records/:date', async (context) => {
    const [sheet, records] = await Promise.all([
      recordSheet(services, context.req.param('date')),
      services.records.list(),
    ]);
    return context.html(<RecordPage frame={frame} sheet={sheet} records={records} start={false} />);
  });
  pages.get('/records/:date/claims', async (context) => {
    const state = stateOf(context.req.query('state'));
    const sheet = await recordSheet(services, context.req.param('date'));
    return context.html(<StatementsPage frame={frame} sheet={sheet} state={state} />);
  });
  return pages;
}

function stateOf(text: string | undefined): ClaimState | null {
  if (text === undefined || text === '') return null;
  if (Object.hasOwn(CLAIM_STATES, text)) return text as ClaimState;
  throw new UsageError(
    `"${text}" is no state of a statement.`,
    `The states are ${Object.keys(CLAIM_STATES).join(', ')}.`,
  );
}
