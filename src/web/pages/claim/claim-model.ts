import {
  parseQuestion,
  writeQuestion,
  type Input,
  type Judgement,
  type Verdict,
} from '../../../evidence/index.ts';
import { NotFoundError } from '../../../foundation/errors.ts';
import { nearest } from '../../../foundation/nearest.ts';
import type { IsoDate } from '../../../foundation/iso-date.ts';
import { NEWEST, type Vintage } from '../../../lake/vintages.ts';
import type { Measure } from '../../../measures/index.ts';
import {
  findingPicture,
  paragraphParts,
  recordSheet,
  type Picture,
  type SheetClaim,
  type SheetPart,
} from '../../../publish/index.ts';
import type { WebServices } from '../../services.ts';
import { fillers, type Filler } from './fillers.ts';
import { numberRows, type NumberRow } from './number-rows.ts';

/** A release that an answer rests on, with its citation. */
export interface InputView extends Input {
  readonly publisher: string;
  readonly title: string;
  readonly licence: string;
  readonly address: string;
  readonly published: string | null;
  readonly publishedBasis: string;
}

/** A claim as seen from one point in time. */
export interface SideView {
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly picture: Picture | null;
  readonly numbers: readonly NumberRow[];
  readonly caveats: readonly string[];
  /** The question with its cut in time, as it is typed after `scrutineer ask`. */
  readonly question: string;
  /** The same answer as JSON. */
  readonly api: string;
  readonly inputs: readonly InputView[];
}

export interface Recipe {
  readonly question: string;
  readonly method: string;
  readonly methodVersion: string;
  readonly measure: Pick<Measure, 'id' | 'title' | 'definition' | 'standing' | 'notes'>;
  readonly definitionVersion: string;
}

export interface ClaimModel {
  readonly date: IsoDate;
  readonly series: string;
  readonly restated: boolean;
  readonly claim: SheetClaim;
  readonly note: string | null;
  /** Its paragraph, cut so that only its own words stand out. */
  readonly parts: readonly SheetPart[];
  readonly then: SideView | null;
  readonly now: SideView | null;
  readonly recipe: Recipe | null;
  /** Sources that would bring the figures that are missing. */
  readonly fillers: readonly Filler[];
  /** The statements before and after it in the record. */
  readonly before: SheetClaim | null;
  readonly after: SheetClaim | null;
}

/**
 * All that the page of a claim shows.
 * @throws NotFoundError when there is no such record or no such claim in it
 */
export async function claimModel(services: WebServices, date: string, id: string): Promise<ClaimModel> {
  const { app, board, records } = services;
  const [sheet, bound, record] = await Promise.all([
    recordSheet(services, date),
    records.claims(date),
    records.get(date),
  ]);
  const index = sheet.claims.findIndex((each) => each.id === id);
  const [claim, own] = [sheet.claims[index], bound.find((each) => each.id === id)];
  if (claim === undefined || own === undefined) {
    const near = nearest(
      id,
      bound.map((each) => each.id),
    );
    throw new NotFoundError(
      `The record of ${date} has no statement called "${id}".`,
      near === null ? `They are listed under /records/${date}/claims.` : `Did you mean "${near}"?`,
    );
  }
  const checked = await board.check(own);
  const text = record.items
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ ref }) => ref === claim.paragraph);
  const side = async (judgement: Judgement | null, vintage: Vintage): Promise<SideView | null> =>
    judgement === null ? null : await sideView(services, judgement, vintage, record.date);
  const [then, now] = await Promise.all([
    side(checked.then, { kind: 'earliest' }),
    side(checked.now, NEWEST),
  ]);
  const measure =
    claim.question === null ? null : app.measures.require(parseQuestion(claim.question).measure);
  const lacking = then?.verdict === 'no-data' || now?.verdict === 'no-data';
  return {
    date: record.date,
    series: record.series,
    restated: record.restated,
    claim,
    note: own.note,
    parts: paragraphParts(text?.text ?? claim.text, text === undefined ? [] : [claim]),
    then,
    now,
    recipe: recipeOf(claim.question, checked.then ?? checked.now, measure),
    fillers:
      measure === null || !lacking
        ? []
        : fillers(
            measure,
            [...(then?.inputs ?? []), ...(now?.inputs ?? [])],
            claim.question?.startsWith('compare') ?? false,
          ),
    before: sheet.claims[index - 1] ?? null,
    after: sheet.claims[index + 1] ?? null,
  };
}

async function sideView(
  { app }: WebServices,
  { verdict, finding }: Judgement,
  vintage: Vintage,
  meeting: IsoDate,
): Promise<SideView> {
  const question = parseQuestion(finding.question);
  const known = new Map(app.lake.releases().map((release) => [release.release, release]));
  const illustrative = app.workspace.kind === 'illustrative';
  const measure = app.measures.require(question.measure);
  return {
    verdict,
    sentence: finding.sentence,
    picture: await findingPicture({ context: app, question, finding, vintage, meeting, illustrative }),
    numbers: numberRows(question.kind === 'trend' ? measure : rateOf(app.measures, measure), finding.numbers),
    caveats: finding.caveats,
    question: writeQuestion(question),
    api: `/api/ask?q=${encodeURIComponent(writeQuestion(question))}${vintage.kind === 'earliest' ? '&vintage=earliest' : ''}`,
    inputs: finding.inputs.map((input) => {
      const release = known.get(input.release);
      return {
        ...input,
        publisher: release?.publisher ?? 'unknown',
        title: release?.title ?? '',
        licence: release?.licence ?? '',
        address: release?.address ?? '',
        published: release?.published ?? null,
        publishedBasis: release?.published_basis ?? 'not-before',
      };
    }),
  };
}

function rateOf(measures: WebServices['app']['measures'], measure: Measure): Measure {
  return measure.rate === null ? measure : measures.require(measure.rate);
}

function recipeOf(
  question: string | null,
  judgement: Judgement | null,
  measure: Measure | null,
): Recipe | null {
  if (question === null || judgement === null || measure === null) return null;
  const { method, method_version: methodVersion, definition: definitionVersion } = judgement.finding;
  return { question, method, methodVersion, measure, definitionVersion };
}
