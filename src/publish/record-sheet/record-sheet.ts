import { parseQuestion, type CheckedClaim, type Judgement } from '../../evidence/index.ts';
import { daysBetween } from './days-between.ts';
import { paragraphParts } from './paragraph-parts.ts';
import type { RecordClaim } from './record-claim.ts';
import type { SheetServices } from './services.ts';
import type { RecordSheet, SheetClaim, SheetItem } from './sheet.ts';
import { shortReading } from './short-reading.ts';

/**
 * The record of a date with its margin: each claim judged on what was known then and on what has come since.
 * @throws NotFoundError when no record of that date is held
 */
export async function recordSheet(services: SheetServices, date: string): Promise<RecordSheet> {
  const { app, board, records } = services;
  const [record, bound, all] = await Promise.all([records.get(date), records.claims(date), records.list()]);
  const claims = await Promise.all(
    bound.map(async (claim) => toSheetClaim(app, claim, await board.check(claim))),
  );
  const items: SheetItem[] = record.items.map(({ ref, title, paragraphs }) => ({
    ref,
    title,
    paragraphs: paragraphs.map((paragraph) => {
      const own = claims.filter((claim) => claim.paragraph === paragraph.ref);
      const noted = own.filter(({ state }) => state !== 'not-checkable');
      return {
        ref: paragraph.ref,
        parts: paragraphParts(paragraph.text, noted),
        claims: noted,
        unchecked: own.length - noted.length,
        promises: record.commitments.filter((promise) => promise.paragraph === paragraph.ref),
        actions: record.actions.filter((action) => action.paragraph === paragraph.ref),
      };
    }),
  }));
  const { title, series, body, status, restated, original, licence, previous_meeting } = record;
  return {
    date: record.date,
    title,
    series,
    body,
    status,
    restated,
    original,
    licence,
    previousMeeting: previous_meeting,
    attendance: record.attendance,
    apologies: record.apologies,
    items,
    claims,
    promises: record.commitments,
    actions: record.actions,
    corrections: record.corrections,
    unplaced: record.unplaced,
    illustrative: app.workspace.kind === 'illustrative',
    days: daysBetween(record.date, services.now()),
    newest: all.every((each) => each.date <= record.date),
  };
}

function toSheetClaim(app: SheetServices['app'], claim: RecordClaim, checked: CheckedClaim): SheetClaim {
  const { id, paragraph, text, start, end, kind, question, needs } = claim;
  const short = (judgement: Judgement | null): string | null => {
    if (judgement === null || question === null) return null;
    const asked = parseQuestion(question);
    const measure = app.measures.require(asked.measure);
    const shown =
      asked.kind === 'trend' || measure.rate === null ? measure : app.measures.require(measure.rate);
    const reading = shortReading(shown, asked, judgement.finding);
    // Real words stand beside it: the note itself must say that its figures are not.
    return reading !== null && app.workspace.kind === 'illustrative'
      ? `Made-up figures: ${reading}`
      : reading;
  };
  return {
    id,
    paragraph,
    text,
    start,
    end,
    kind,
    question,
    needs,
    state: checked.state,
    revised: checked.dataRevised,
    then: short(checked.then),
    now: short(checked.now),
  };
}
