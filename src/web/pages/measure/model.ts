import type { SpcLineInput } from '../../../charts/index.ts';
import { MeasureBoard, runOf, type HeldSummary, type MeasureSummary } from '../../../evidence/index.ts';
import type { Release } from '../../../lake/release.ts';
import {
  seriesOf,
  type Every,
  type Measure,
  type Observation,
  type Series,
} from '../../../measures/index.ts';
import type { WebServices } from '../../services.ts';
import { lowerFirst, measureAnswer, changeTitle } from './answer.ts';
import { changedSince, type ChangedSince } from './changed.ts';
import { boroughsOf, type Boroughs } from './boroughs.ts';
import { comparisonOf, type Comparison } from './comparison.ts';
import { groupsOf, type Groups } from './groups.ts';
import { overTimeInput } from './over-time.ts';
import type { MeasureRequest } from './request.ts';
import { releasesOf, revisionsOf, type Revision } from './sources.ts';

/** What a measure's page shows. */
export interface MeasureModel {
  readonly measure: Measure;
  readonly area: string;
  readonly areas: readonly string[];
  readonly every: Every | null;
  /** Ways to cut time that this series can be cut in. */
  readonly everyChoices: readonly Every[];
  readonly answer: string;
  readonly held: HeldSummary | null;
  readonly overTime: Omit<SpcLineInput, 'id' | 'width'> | null;
  readonly comparison: Comparison | null;
  readonly boroughs: Boroughs | null;
  readonly groups: Groups | null;
  readonly releases: readonly Release[];
  readonly revisions: readonly Revision[];
  readonly changed: ChangedSince | null;
  /** Query string that asks for the same area and way to cut time: "?area=Camden". */
  readonly query: string;
  readonly notes: readonly string[];
}

/** Gathers a measure's page. */
export async function measureModel(services: WebServices, request: MeasureRequest): Promise<MeasureModel> {
  const { app } = services;
  const { measure, area, every } = request;
  const illustrative = app.workspace.kind === 'illustrative';
  const [summary, series, first, meeting, groups] = await Promise.all([
    MeasureBoard.of(app).summary(measure.id, area),
    measureSeries(services, request),
    seriesOf(app, { measure: measure.id, areas: [area], vintage: { kind: 'earliest' }, ...cut(every) }),
    latestMeeting(services),
    groupsOf(app, measure, area, request.by),
  ]);
  const observations = ownRun(series.observations, every);
  const releases = releasesOf(observations, app.lake.releases());
  const [comparison, boroughs, changed] = await Promise.all([
    comparisonOf(app, summary, illustrative),
    boroughsOf(app, summary, illustrative),
    changedSince(app, { measure, area, asked: request.changedSince, meeting, first: first.observations }),
  ]);
  return {
    measure,
    area,
    areas: [...app.areas.list('force'), ...app.areas.list('borough')].map(({ name }) => name),
    every,
    everyChoices: summary.held?.cadence === 'month' ? ['month', 'quarter', 'year', 'rolling-12'] : [],
    answer: measureAnswer(summary),
    held: summary.held,
    overTime: overTimeInput(app, {
      measure,
      area,
      observations,
      first: first.observations,
      meeting,
      title: changeTitle(summary),
      source: sourceLine(releases),
      illustrative,
    }),
    comparison,
    boroughs,
    groups,
    releases,
    revisions: revisionsOf(observations, ownRun(first.observations, every)),
    changed,
    query: queryOf(request),
    notes: notesOf(summary),
  };
}

/** The series that a page and its files show. */
export async function measureSeries({ app }: WebServices, request: MeasureRequest): Promise<Series> {
  return seriesOf(app, { measure: request.measure.id, areas: [request.area], ...cut(request.every) });
}

function cut(every: Every | null): { every?: Every } {
  return every === null ? {} : { every };
}

function ownRun(observations: readonly Observation[], every: Every | null): readonly Observation[] {
  return every === null ? (runOf(observations)?.observations ?? []) : observations;
}

/** A notice about sources, short enough to stand under a picture. */
function sourceLine(releases: readonly Release[]): string {
  const [latest] = releases;
  return latest === undefined ? '' : `${latest.publisher}: ${latest.title}`;
}

async function latestMeeting({ records }: WebServices): Promise<string | null> {
  const dates = (await records.list()).map(({ date }) => date);
  return dates.toSorted().at(-1) ?? null;
}

function queryOf({ area, every }: MeasureRequest): string {
  const query = new URLSearchParams({ area, ...(every === null ? {} : { every }) });
  return `?${query.toString()}`;
}

/** Notes of the series that are not notes of the measure, which stand with its definition. */
function notesOf({ notes, measure }: MeasureSummary): readonly string[] {
  return notes.filter(
    (note) => !measure.notes.includes(note) && !lowerFirst(note).startsWith('no figure for it'),
  );
}
