import type { Area, Areas, Breaks } from '../areas/index.ts';
import { ScrutineerError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import type { Lake } from '../lake/lake.ts';
import type { TableName } from '../lake/tables.ts';
import { NEWEST, type Vintage } from '../lake/vintages.ts';
import { noted } from '../lake/watch.ts';
import { aggregate, isMonthly, type PeriodPoint } from './aggregate.ts';
import type { Doubt, Doubts } from './doubts.ts';
import { estimate, type People } from './estimate.ts';
import { periodOfDays, monthsOf, type Every } from './every.ts';
import { flagDoubted } from './flag-doubted.ts';
import { GroupPopulations } from './group-populations.ts';
import { isOfPeople } from './groups-of-people.ts';
import type { Measures } from './load-measures.ts';
import type { Feed, Measure } from './measure.ts';
import type { Flag, Observation, Series } from './observation.ts';
import type { Point } from './point.ts';
import { Populations } from './populations.ts';
import { otherFeeds } from './other-feeds.ts';
import { peopleNote } from './people-note.ts';
import { pointsOf } from './points-of.ts';
import { requireAlike } from './require-alike.ts';
import { splitsOf } from './splits-of.ts';

/** What `seriesOf` needs of the program around it. */
export interface MeasureContext {
  readonly lake: Lake;
  readonly areas: Areas;
  readonly breaks: Breaks;
  readonly measures: Measures;
  /** Who knows which figures fail a check; without it none is flagged. */
  readonly doubts?: Doubts | undefined;
}

export interface SeriesRequest {
  readonly measure: string;
  /** Canonical names or aliases. */
  readonly areas: readonly string[];
  /** A column of the measure's feed to split by. */
  readonly by?: string | undefined;
  /** First and last day to be covered. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** How time is cut; the feed's own way when absent. */
  readonly every?: Every | undefined;
  readonly vintage?: Vintage | undefined;
  /** Month in which years begin, when it is not the measure's own. */
  readonly yearStarts?: number | undefined;
}

/**
 * The values of a measure. The first feed that knows every area asked for answers for all of them; when none does,
 * the one that knows most. Two feeds are never joined in one answer.
 * @throws NotFoundError for an unknown measure or area; ScrutineerError when the question does not fit the measure
 */
export async function seriesOf(context: MeasureContext, request: SeriesRequest): Promise<Series> {
  const measure = context.measures.require(request.measure);
  const areas = request.areas.map((name) => context.areas.require(name));
  requireSplit(measure, request.by);
  const found = await bestFeed(context, measure, areas, request);
  if (!found) return { ...empty(measure), notes: [noData(measure)] };
  await requireAlike(context, measure, found.feed, areas, request);
  const periods = cut(measure, found.points, request);
  const part = measure.perPopulation && request.by !== undefined && isOfPeople(request.by);
  const people = await peopleFor(context, measure, request);
  const observations = periods.map((point) => observe(context, measure, point, people(point)));
  const missing = areas
    .filter((area) => !found.points.some((point) => point.area === area.name))
    .map((area) => area.name);
  return {
    ...empty(measure),
    observations: flagDoubted(
      flagBreaks(context, measure, observations),
      await doubtsOf(context, measure, found.feed, areas, request),
    ),
    feed: describeFeed(found.feed),
    notes: [
      ...measure.notes,
      ...(found.feed.kind === 'table' && found.feed.note !== undefined ? [found.feed.note] : []),
      ...otherFeeds(context, measure, found, { areas, to: request.to, vintage: request.vintage }),
      ...(part ? [peopleNote(measure, request.by ?? '')] : []),
      ...(missing.length > 0 ? [`No figures held for ${missing.join(', ')}.`] : []),
    ],
  };
}

async function doubtsOf(
  { doubts }: MeasureContext,
  measure: Measure,
  feed: Feed,
  areas: readonly Area[],
  { by, vintage }: SeriesRequest,
): Promise<ReadonlyMap<string, readonly Doubt[]>> {
  if (!doubts) return new Map();
  const question = { measure, feed, areas, by: by ?? null, vintage: vintage ?? NEWEST };
  const name = JSON.stringify([
    'doubts',
    { ...question, measure: measure.id, areas: areas.map((area) => area.name) },
  ]);
  return new Map(await noted(name, async () => [...(await doubts.about(question))]));
}

/** The feed that answers a request for a series: null when nothing is held. */
export async function feedFor(context: MeasureContext, request: SeriesRequest): Promise<Feed | null> {
  const areas = request.areas.map((name) => context.areas.require(name));
  const found = await bestFeed(context, context.measures.require(request.measure), areas, request);
  return found?.feed ?? null;
}

/**
 * Whom the rate of a point is divided by: all residents, or those of its group where the measure names a population for
 * the split; nobody where a part would be divided by the whole.
 */
async function peopleFor(
  context: MeasureContext,
  measure: Measure,
  { by, vintage }: SeriesRequest,
): Promise<(point: Point) => People | null> {
  if (!measure.perPopulation) return () => null;
  const characteristic = by === undefined ? undefined : measure.people?.[by];
  if (characteristic !== undefined) {
    const groups = await GroupPopulations.load(context, characteristic, vintage);
    return ({ group }) => (group === null ? null : { of: (area, year) => groups.of(area, group, year) });
  }
  if (by !== undefined && isOfPeople(by)) return () => null;
  const populations = await Populations.load(context.lake, vintage);
  return () => populations;
}

function empty(measure: Measure): Series {
  return {
    measure: measure.id,
    definition: measure.version,
    unit: measure.unit,
    direction: measure.direction,
    observations: [],
    feed: 'none',
    notes: [],
  };
}

function requireSplit(measure: Measure, by: string | undefined): void {
  if (by === undefined) return;
  const known = splitsOf(measure);
  const hasFigures = measure.feeds.some((feed) => feed.kind === 'figure');
  if (known.includes(by) || hasFigures) return;
  throw new ScrutineerError(
    `${measure.id} cannot be split by "${by}".`,
    known.length === 0 ? 'It has no columns to split by.' : `It can be split by ${known.join(', ')}.`,
  );
}

async function bestFeed(
  context: MeasureContext,
  measure: Measure,
  areas: readonly Area[],
  request: SeriesRequest,
): Promise<{ feed: Feed; points: Point[] } | null> {
  let best: { feed: Feed; points: Point[]; known: number } | null = null;
  for (const feed of measure.feeds) {
    const points = fitting(asEvents(await pointsOf(context, feed, areas, request), feed, measure), request);
    const known = new Set(points.map((point) => point.area)).size;
    if (known > (best?.known ?? 0)) best = { feed, points, known };
    if (known === areas.length) break;
  }
  return best;
}

/** The figures of a rate's own count, under whatever name, are its events, not rates. */
function asEvents(points: Point[], feed: Feed, { rateOf }: Measure): Point[] {
  if (feed.kind !== 'figure' || rateOf === null || feed.measure === `${rateOf}-rate`) return points;
  return points.map((point) =>
    Object.assign(point, { numerator: point.numerator ?? point.value, value: null }),
  );
}

/** Points that can be cut as asked: a yearly figure cannot answer a question by month. */
function fitting(points: Point[], { every }: SeriesRequest): Point[] {
  if (every === undefined || isMonthly(points)) return points;
  // Rolling years are made of months; a yearly figure beside them would be another feed.
  if (every === 'rolling-12') return points.filter((point) => point.numerator === null);
  return points.filter(
    (point) =>
      periodOfDays(point.from, point.to).months === monthsOf(every) ||
      (every === 'quarter' && point.numerator === null),
  );
}

function cut(measure: Measure, points: readonly Point[], request: SeriesRequest): PeriodPoint[] {
  const { every } = request;
  if (every !== undefined && every !== 'month' && isMonthly(points)) {
    const summable = points.every((point) => point.numerator !== null || point.value === null);
    const counts = summable ? points : points.map((point) => summed(measure, point));
    const yearStarts =
      request.yearStarts ??
      (request.from && every === 'year' ? Number(request.from.slice(5, 7)) : measure.yearStarts);
    return aggregate(counts, every, yearStarts);
  }
  const rolling = overlap(points);
  return points.map((point) => ({
    ...point,
    period: periodOfDays(point.from, point.to, rolling),
    complete: true,
  }));
}

/** Whether the windows of a series overlap, as a survey's rolling figures do. */
function overlap(points: readonly Point[]): boolean {
  const [first] = points;
  const own = points.filter(({ area, group }) => area === first?.area && group === first.group);
  return own.some((point, index) => index > 0 && point.from <= (own[index - 1]?.to ?? ''));
}

/** Values of single months, made fit to be added: a mean over months weighs each month alike. */
function summed({ kind }: Measure, point: Point): Point {
  if (point.numerator !== null) return point;
  const denominator = kind === 'mean' && point.value !== null ? 1 : point.denominator;
  return { ...point, numerator: point.value, denominator };
}

function observe(
  { areas }: MeasureContext,
  measure: Measure,
  point: PeriodPoint,
  populations: People | null,
): Observation {
  const areaType = areas.resolve(point.area)?.type ?? 'force';
  const made = estimate(measure, point, areaType, populations);
  const flags: Flag[] = point.complete ? [...made.flags] : [...made.flags, 'x'];
  return {
    area: point.area,
    ...(point.group === null ? {} : { group: point.group }),
    period: point.period.label,
    from: point.from,
    to: point.to,
    value: made.value,
    numerator: made.numerator,
    denominator: made.denominator,
    lower: made.lower,
    upper: made.upper,
    flags: [...new Set(flags)],
    release: [...new Set([...point.releases, ...made.releases])].join(' '),
  };
}

/** Marks the first observation after each lasting break between which figures are not comparable. */
function flagBreaks(
  { breaks }: MeasureContext,
  measure: Measure,
  observations: readonly Observation[],
): Observation[] {
  const byArea = Map.groupBy(observations, (observation) => observation.area);
  const marked = new Set<Observation>();
  for (const [area, own] of byArea) {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    const from = own.reduce((min, each) => (each.from < min ? each.from : min), first.from) as IsoDate;
    const to = own.reduce((max, each) => (each.to > max ? each.to : max), last.to) as IsoDate;
    for (const each of breaks.for(measure.id, area, from, to)) {
      if (each.comparable || each.until !== null) continue;
      for (const series of Map.groupBy(own, (observation) => observation.group ?? '').values()) {
        const after = series.find(
          (observation) =>
            observation.from >= each.date || (observation.from < each.date && observation.to >= each.date),
        );
        if (after) marked.add(after);
      }
    }
  }
  return observations.map((observation) =>
    marked.has(observation) ? { ...observation, flags: [...observation.flags, 'b'] } : observation,
  );
}

function describeFeed(feed: Feed): string {
  if (feed.kind === 'figure') return 'cited figures';
  return PUBLISHED.has(feed.table) ? `published counts (${feed.source})` : `rows (${feed.source})`;
}

/** Tables whose rows are figures that somebody published, and not things that happened. */
const PUBLISHED: ReadonlySet<TableName> = new Set([
  'crime_count',
  'survey_estimate',
  'use_of_force',
  'breakdown',
  'indicator',
]);

/** A return is named with the form that it is made on. */
function inWords(source: string): string {
  return source.startsWith('return-') ? `${source} (\`scrutineer template ${source.slice(7)}\`)` : source;
}

function noData(measure: Measure): string {
  const sources = measure.feeds.flatMap((feed) => (feed.kind === 'table' ? [feed.source] : []));
  return sources.length === 0
    ? 'No figure for it is held. Type one with its citation, or import one: see `scrutineer sources`.'
    : `No figure for it is held. It is fed by ${[...new Set(sources)].map(inWords).join(', ')}; import such a file, or type figures with a citation.`;
}
