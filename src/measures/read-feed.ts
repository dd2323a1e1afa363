import type { Area, Areas } from '../areas/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { addMonths, endOfMonth, startOfMonth } from '../foundation/iso-date.ts';
import type { Row } from '../lake/engine.ts';
import type { Lake } from '../lake/lake.ts';
import type { Release } from '../lake/release.ts';
import type { TableName } from '../lake/tables.ts';
import type { Span, Vintage } from '../lake/vintages.ts';
import { spansInForce } from '../lake/vintages.ts';
import { noted } from '../lake/watch.ts';
import { isMonthly } from './aggregate.ts';
import { forceOf } from './force-of.ts';
import { shareable, type FeedQuery } from './feed-query.ts';
import { sharedRows } from './feed-rows.ts';
import { rowsByRelease } from './rows-by-release.ts';
import { figureFeedQuery, partsOf, tableFeedQuery, type FeedRequest } from './feed-sql.ts';
import type { Feed, TableFeed } from './measure.ts';
import type { Point } from './point.ts';
import { joinedSql } from './joined-sql.ts';
import { markYoung } from './mark-young.ts';
import { seriesKey } from './point.ts';

export interface FeedQuestion {
  readonly areas: readonly Area[];
  readonly by: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly vintage: Vintage;
}

/**
 * Asks one feed for some areas. Empty when the lake holds nothing of it, or it cannot be split as asked. A feed that
 * stands over another keeps the points that both know.
 */
export async function readFeed(
  lake: Lake,
  areas: Areas,
  feed: Feed,
  question: FeedQuestion,
): Promise<Point[]> {
  const name = JSON.stringify([
    'feed',
    feed,
    { ...question, areas: question.areas.map((area) => area.name) },
  ]);
  return noted(name, async () => pointsNow(lake, areas, feed, question));
}

async function pointsNow(lake: Lake, areas: Areas, feed: Feed, question: FeedQuestion): Promise<Point[]> {
  const asked = feed.kind === 'table' ? notBefore(question, feed.since) : question;
  if (asked === null) return [];
  const points = await readRows(lake, areas, feed, asked);
  if (feed.kind === 'figure' || feed.over === undefined || points.length === 0) return points;
  return divided(points, await readFeed(lake, areas, feed.over, asked));
}

/** The part of a question that lies on or after a day; null when none does. */
function notBefore(question: FeedQuestion, since: IsoDate | undefined): FeedQuestion | null {
  if (since === undefined || (question.from !== null && question.from >= since)) return question;
  return question.to !== null && question.to < since ? null : { ...question, from: since };
}

/** Events of one feed over those of another. */
function divided(events: readonly Point[], over: readonly Point[]): Point[] {
  const key = (point: Point): string => `${seriesKey(point)}\u0000${point.from}\u0000${point.to}`;
  const wholes = new Map(over.map((point) => [key(point), point]));
  return events.flatMap((point) => {
    const whole = wholes.get(key(point));
    return whole
      ? [{ ...point, denominator: whole.numerator, releases: [...point.releases, ...whole.releases] }]
      : [];
  });
}

async function readRows(lake: Lake, areas: Areas, feed: Feed, question: FeedQuestion): Promise<Point[]> {
  const held = lake
    .releases()
    .filter((release) =>
      feed.kind === 'figure'
        ? release.table === 'published_figure'
        : release.table === feed.table && release.source === feed.source,
    );
  if (held.length === 0) return [];
  if (feed.kind === 'table' && feed.splitsOnly && question.by === null) return [];
  if (
    feed.kind === 'table' &&
    question.by !== null &&
    !(question.by in feed.by || question.by in (feed.parts ?? {}))
  )
    return [];
  const types = Map.groupBy(question.areas, areaTypeOf);
  const points: Point[] = [];
  for (const [areaType, asked] of types) {
    const request = {
      areaType,
      // In one order, so that the same question is the same text.
      areas: asked.map(({ name, slug }) => ({ name, slug })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      by: question.by,
      from: question.from,
      to: question.to,
    };
    const found = await rowsOf(lake, feed, request, question.vintage);
    if (found === null) continue;
    const rows = feed.kind === 'table' ? inParts(found, feed, question.by) : found;
    const read =
      feed.kind === 'figure'
        ? oneOfEach(asPoints(rows, { ...question, areas: asked }), held, question.vintage)
        : tablePoints(rows, feed, areas, held, question.vintage);
    const whole =
      feed.kind === 'table' && feed.value === null && !isReturn(feed) && isMonthly(read)
        ? withZeros(read, feed, held, asked, areas, question)
        : read;
    const marked = feed.kind === 'table' ? markYoung(whole, feed, lake.releases(), areas) : whole;
    for (const point of marked) points.push(point);
  }
  return points;
}

/** Tables whose rows of a force all come in releases of that force. */
const BY_FORCE: ReadonlySet<TableName> = new Set(['crime', 'outcome', 'stop_search']);

/** What the lake says to a request; null when the feed cannot answer for the type of area. */
async function rowsOf(
  lake: Lake,
  feed: Feed,
  request: Omit<FeedRequest, 'inForce' | 'joined'>,
  vintage: Vintage,
): Promise<readonly Row[] | null> {
  if (feed.kind === 'figure')
    return sharedRows(
      lake,
      figureFeedQuery(feed, { ...request, inForce: lake.inForce('published_figure', vintage) }),
    );
  const spans = lake.spansInForce(feed.table, vintage, (release) => canHold(release, feed, request));
  const joined = joinedSql(lake, feed, vintage);
  const query = tableFeedQuery(feed, { ...request, inForce: '', joined });
  if (query === null) return null;
  const queryOf = (inForce: string): FeedQuery => ({ ...query, inForce });
  // Rows that are joined to those of other releases are not made by one release alone.
  return joined === ''
    ? rowsByRelease(lake, feed.table, spans, queryOf)
    : sharedRows(lake, shareable(queryOf(lake.conditionOf(feed.table, spans))));
}

/**
 * Whether a release can hold a row of the answer: one of the feed's source and, where forces are asked about, of one of them. What
 * is imported of others then leaves the question, and so its answer, as it is.
 */
function canHold(
  { source, force }: Release,
  feed: TableFeed,
  { areaType, areas }: Pick<FeedRequest, 'areaType' | 'areas'>,
): boolean {
  if (source !== feed.source) return false;
  return (
    areaType !== 'force' ||
    !BY_FORCE.has(feed.table) ||
    force === null ||
    areas.some(({ slug }) => slug === force)
  );
}

/** One row for each part of each row, by part and then by time, where the feed is split into parts of its whole. */
function inParts(rows: readonly Row[], feed: TableFeed, by: string | null): readonly Row[] {
  const parts = partsOf(feed, by);
  if (parts.length === 0) return rows;
  return [...Map.groupBy(rows, (row) => row['area']).values()].flatMap((own) =>
    parts.flatMap(([part], index) =>
      own.map((row): Row => Object.assign({}, row, { grp: part, numerator: row[`part_${index}`] ?? null })),
    ),
  );
}

/** Figures of all areas are read at once, being few; those asked for are picked here. */
function asPoints(rows: readonly Row[], { areas, from, to }: FeedQuestion): Point[] {
  const names = new Set(areas.map(({ name }) => name));
  return rows
    .filter(
      (row) =>
        names.has(String(row['area'])) &&
        (from === null || String(row['date']) >= from) &&
        (to === null || String(row['period_to']) <= to),
    )
    .map(figurePoint);
}

/** What a table says. Tables of the same counts for the same time in two releases are two editions; only rows and parts of a count add up. */
function tablePoints(
  rows: readonly Row[],
  feed: TableFeed,
  areas: Areas,
  held: readonly Release[],
  vintage: Vintage,
): Point[] {
  const points = rows.map((row) => tablePoint(row, areas));
  return EDITIONS.has(feed.table) ? oneOfEach(points, held, vintage) : merged(points);
}

const EDITIONS: ReadonlySet<TableName> = new Set([
  'use_of_force',
  'breakdown',
  'indicator',
  'published_figure',
]);

/** Rows of one month that lie in several releases are parts of one count. The rows come in order of series and time. */
function merged(points: readonly Point[]): Point[] {
  const whole: Point[] = [];
  for (const point of points) {
    const last = whole.at(-1);
    if (last && last.from === point.from && last.area === point.area && last.group === point.group) {
      const add = (a: number | null, b: number | null): number | null =>
        a === null || b === null ? (a ?? b) : a + b;
      whole[whole.length - 1] = {
        ...last,
        numerator: add(last.numerator, point.numerator),
        denominator: add(last.denominator, point.denominator),
        releases: [...last.releases, ...point.releases],
      };
    } else whole.push(point);
  }
  return whole;
}

/** Two publications may cite a figure for the same place and time: the one published last answers (or first, when asked what was said first). */
function oneOfEach(points: readonly Point[], held: readonly Release[], vintage: Vintage): Point[] {
  const published = new Map(
    held.map((release) => [release.release, `${release.published ?? ''} ${release.imported_at}`]),
  );
  const when = (point: Point): string => published.get(point.releases[0] ?? '') ?? '';
  const best = new Map<string, Point>();
  for (const point of points) {
    const key = `${seriesKey(point)}\u0000${point.from}\u0000${point.to}`;
    const other = best.get(key);
    const better =
      other === undefined ||
      (vintage.kind === 'earliest' ? when(point) < when(other) : when(point) > when(other));
    if (better) best.set(key, point);
  }
  return [...best.values()];
}

/** How rows name an area: by borough, by force, or (nations, regions) only as a published figure or a sum. */
export function areaTypeOf(area: Area): FeedRequest['areaType'] {
  return area.type === 'borough' || area.type === 'force' ? area.type : 'other';
}

function figurePoint(row: Row): Point {
  return {
    area: String(row['area']),
    group: textOf(row['grp']),
    from: String(row['date']) as IsoDate,
    to: String(row['period_to']) as IsoDate,
    numerator: numberOf(row['numerator']),
    denominator: numberOf(row['denominator']),
    value: numberOf(row['value']),
    base: numberOf(row['base']),
    standardError: null,
    flag: textOf(row['flag']),
    releases: [String(row['release'])],
  };
}

function tablePoint(row: Row, areas: Areas): Point {
  const from = String(row['date']) as IsoDate;
  const name = String(row['area']);
  return {
    area: areas.bySlug(name)?.name ?? name,
    group: textOf(row['grp']),
    from,
    to: (textOf(row['period_to']) as IsoDate | null) ?? endOfMonth(from),
    numerator: numberOf(row['numerator']),
    denominator: numberOf(row['denominator']),
    value: numberOf(row['value']),
    base: numberOf(row['base']),
    standardError: numberOf(row['standard_error']),
    flag: textOf(row['flag']),
    releases: [String(row['release'])],
  };
}

/**
 * A month that a release covers and that has no row for an area is a zero, not a gap: nothing was counted. A month
 * that no release covers stays a gap.
 */
function withZeros(
  points: Point[],
  feed: TableFeed,
  held: readonly Release[],
  asked: readonly Area[],
  areas: Areas,
  question: FeedQuestion,
): Point[] {
  const byId = new Map(held.map((release) => [release.release, release]));
  const spans = spansInForce(held, question.vintage);
  const groups = Map.groupBy(points, (point) => point.area);
  const months = new Map<string | null, Map<IsoDate, string>>();
  return asked.flatMap((area) => {
    const own = groups.get(area.name) ?? [];
    // An area that never occurs is unknown to this feed: silence about it is no zero.
    if (own.length === 0) return [];
    if (feed.table === 'breakdown') {
      // A published table names every month: one that it leaves out is not known. A group without a row in a month that it names is none.
      const named = new Map(own.map((point) => [point.from, point.releases[0] ?? '']));
      return [...Map.groupBy(own, seriesKey).values()].flatMap((series) => fillZeros(series, named, feed));
    }
    const force = forceOf(area, areas);
    const covered = months.get(force) ?? monthsCovered(spans, byId, force, question);
    months.set(force, covered);
    return [...Map.groupBy(own, seriesKey).values()].flatMap((series) => fillZeros(series, covered, feed));
  });
}

/** A return on a template says 0 where it means none: what it leaves out is not known. */
function isReturn({ source }: TableFeed): boolean {
  return source.startsWith('return-');
}

function fillZeros(series: readonly Point[], months: ReadonlyMap<IsoDate, string>, feed: TableFeed): Point[] {
  const known = new Set(series.map((point) => point.from));
  const [first] = series;
  if (!first) return [];
  const zeros = [...months]
    .filter(([month]) => !known.has(month))
    .map(([month, release]): Point => ({
      ...first,
      from: month,
      to: endOfMonth(month),
      numerator: 0,
      denominator: feed.denominator === null ? null : 0,
      flag: null,
      releases: [release],
    }));
  return zeros.length === 0
    ? [...series]
    : [...series, ...zeros].toSorted((a, b) => a.from.localeCompare(b.from));
}

function monthsCovered(
  spans: readonly Span[],
  releases: ReadonlyMap<string, Release>,
  force: string | null,
  { from, to }: FeedQuestion,
): Map<IsoDate, string> {
  const months = new Map<IsoDate, string>();
  for (const span of spans) {
    const release = releases.get(span.release);
    if (span.from === null || span.to === null || (release?.force && release.force !== force)) continue;
    for (let month = startOfMonth(span.from); month <= span.to; month = addMonths(month, 1)) {
      if ((from === null || month >= from) && (to === null || month <= to)) months.set(month, span.release);
    }
  }
  return months;
}

function numberOf(cell: Row[string] | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

function textOf(cell: Row[string] | undefined): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}
