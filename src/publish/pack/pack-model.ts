import {
  MeasureBoard,
  parseQuestion,
  type Finding,
  type Judgement,
  type MeasureSummary,
} from '../../evidence/index.ts';
import { NotFoundError, UsageError } from '../../foundation/errors.ts';
import type { Release } from '../../lake/release.ts';
import { NEWEST, type Vintage } from '../../lake/vintages.ts';
import { findingPicture } from '../pictures/finding-picture.ts';
import type { Picture } from '../pictures/picture.ts';
import { recordSheet } from '../record-sheet/record-sheet.ts';
import type { SheetServices } from '../record-sheet/services.ts';
import type { RecordSheet, SheetClaim } from '../record-sheet/sheet.ts';

/** Which meeting a pack is about: its date, the newest of a calendar quarter ("2023-Q3"), or the newest of all. */
export interface PackRequest {
  readonly meeting?: string | undefined;
  readonly quarter?: string | undefined;
  /** The force whose measures are summed up; the Metropolitan Police unless told. */
  readonly area?: string | undefined;
}

/** A statement that figures were held for: both answers, and the picture of the later one. */
export interface JudgedStatement {
  readonly claim: SheetClaim;
  readonly then: Finding | null;
  readonly now: Finding | null;
  readonly picture: Picture | null;
}

export interface PackModel {
  readonly area: string;
  readonly sheet: RecordSheet;
  readonly made: Date;
  readonly illustrative: boolean;
  readonly version: string;
  /** Measures with figures, and those without. */
  readonly measures: readonly MeasureSummary[];
  readonly unheld: readonly MeasureSummary[];
  readonly judged: readonly JudgedStatement[];
  /** Publications that the pack rests on. */
  readonly releases: readonly Release[];
}

/**
 * Gathers all that a pack prints.
 * @throws NotFoundError when no record of that meeting or quarter is held; UsageError for a quarter that is none
 */
export async function packModel(services: SheetServices, request: PackRequest): Promise<PackModel> {
  const { app, board, records, now } = services;
  const date = request.meeting ?? (await meetingIn(services, request.quarter));
  const area = app.areas.require(request.area ?? 'Metropolitan Police').name;
  const [sheet, bound, summaries] = await Promise.all([
    recordSheet(services, date),
    records.claims(date),
    MeasureBoard.of(app).all(area),
  ]);
  const judged: JudgedStatement[] = [];
  for (const claim of sheet.claims) {
    const own = bound.find(({ id }) => id === claim.id);
    if (own === undefined || own.question === null || claim.state === 'cannot-be-checked') continue;
    const checked = await board.check(own);
    judged.push({
      claim,
      then: checked.then?.finding ?? null,
      now: checked.now?.finding ?? null,
      picture: await laterPicture(services, checked.then, checked.now, sheet),
    });
  }
  const measures = summaries.filter(({ held }) => held !== null);
  return {
    area,
    sheet,
    made: now(),
    illustrative: app.workspace.kind === 'illustrative',
    version: app.version,
    measures,
    unheld: summaries.filter(({ held }) => held === null),
    judged,
    releases: releasesOf(app.lake.releases(), judged, measures),
  };
}

async function meetingIn({ records }: SheetServices, quarter: string | undefined): Promise<string> {
  const parts = quarter === undefined ? null : /^(\d{4})-?Q([1-4])$/i.exec(quarter);
  if (quarter !== undefined && parts === null)
    throw new UsageError(`"${quarter}" is not a quarter.`, 'Write it as 2023-Q3.');
  const held = await records.list();
  const found = held.find(
    ({ date }) =>
      parts === null ||
      (date.slice(0, 4) === parts[1] && Math.ceil(Number(date.slice(5, 7)) / 3) === Number(parts[2])),
  );
  if (found) return found.date;
  throw new NotFoundError(
    quarter === undefined ? 'No record is held.' : `No record of a meeting in ${quarter} is held.`,
    held.length === 0
      ? 'Import one with `scrutineer record import FILE`.'
      : `The records held are of ${held.map(({ date }) => date).join(', ')}.`,
  );
}

/** What has come since is drawn with what came before it; without it, what was known then. */
async function laterPicture(
  { app }: SheetServices,
  then: Judgement | null,
  now: Judgement | null,
  { date }: RecordSheet,
): Promise<Picture | null> {
  const draw = async (judgement: Judgement | null, vintage: Vintage): Promise<Picture | null> =>
    judgement === null
      ? null
      : await findingPicture({
          context: app,
          question: parseQuestion(judgement.finding.question),
          finding: judgement.finding,
          vintage,
          meeting: date,
          brief: true,
          illustrative: app.workspace.kind === 'illustrative',
        });
  return (await draw(now, NEWEST)) ?? (await draw(then, { kind: 'earliest' }));
}

function releasesOf(
  all: readonly Release[],
  judged: readonly JudgedStatement[],
  measures: readonly MeasureSummary[],
): Release[] {
  const used = new Set([
    ...judged.flatMap(({ then, now }) =>
      [...(then?.inputs ?? []), ...(now?.inputs ?? [])].map(({ release }) => release),
    ),
    ...measures.flatMap(({ held }) => held?.latest.release.split(' ') ?? []),
  ]);
  return all.filter(({ release }) => used.has(release));
}
