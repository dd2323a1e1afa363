import type { SparkLineInput } from '../../../charts/index.ts';
import { formatFigure, shortPeriodName } from '../../../charts/index.ts';
import {
  changeTone,
  MeasureBoard,
  type ComparatorVerdict,
  type HeldSummary,
  type MeasureSummary,
} from '../../../evidence/index.ts';
import { CATALOGUE_DIR } from '../../../foundation/catalogue-dir.ts';
import type { Release } from '../../../lake/release.ts';
import { byTheme, loadThemes, type Measure, type Themed } from '../../../measures/index.ts';
import { SOURCES } from '../../../sources/registry.ts';
import type { VariationMarkProps } from '../../components/variation/variation-mark.tsx';
import type { WebServices } from '../../services.ts';
import { measuresAnswer } from './answer.ts';
import {
  age,
  changeInterval,
  changeText,
  CHANGE_WORDS,
  chartDate,
  COMPARATOR_WORDS,
  everyOf,
  shortPublisher,
  unitOf,
} from './words.ts';

/** What the table of measures shows. */
export interface MeasuresModel {
  readonly area: string;
  readonly areas: readonly string[];
  /** The answer in one sentence. */
  readonly answer: string;
  readonly themes: readonly Themed<MeasureRow>[];
}

/** A line of the table: words, and what each column is sorted by. */
export interface MeasureRow {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly unit: string;
  readonly spark: SparkLineInput | null;
  readonly held: HeldCells | null;
  readonly national: ComparatorCell;
  readonly similar: ComparatorCell;
  /** What would fill the line; null when something does. */
  readonly missing: string | null;
}

export interface HeldCells {
  readonly latest: string;
  readonly latestValue: number;
  readonly period: string;
  readonly change: string | null;
  readonly changeValue: number | null;
  readonly interval: string | null;
  readonly verdict: string;
  readonly tone: 'improvement' | 'concern' | 'neutral' | 'none';
  readonly direction: 'up' | 'down' | null;
  readonly why: string | null;
  readonly variation: VariationMarkProps;
  /** Why there is no mark. */
  readonly noVariation: string | null;
  readonly source: string;
  readonly to: string;
  readonly age: string;
}

export interface ComparatorCell {
  readonly words: string;
  /** The period compared, which may be older than the latest figure. */
  readonly period: string | null;
  readonly sentence: string | null;
}

/** Gathers the table for an area. */
export async function measuresModel({ app, now }: WebServices, area: string): Promise<MeasuresModel> {
  const summaries = await MeasureBoard.of(app).all(area);
  const releases = new Map(app.lake.releases().map((release) => [release.release, release]));
  const illustrative = app.workspace.kind === 'illustrative';
  const rows = summaries.map((summary) => measureRow(summary, { releases, now: now(), illustrative }));
  return {
    area,
    areas: [...app.areas.list('force'), ...app.areas.list('borough')].map(({ name }) => name),
    answer: measuresAnswer(area, summaries),
    themes: byTheme(loadThemes(CATALOGUE_DIR), rows, ({ id }) => id),
  };
}

/** What every line of a table is told besides its measure. */
interface RowContext {
  readonly releases: ReadonlyMap<string, Release>;
  readonly now: Date;
  readonly illustrative: boolean;
}

/** The line of a measure. */
export function measureRow(
  { measure, area, held, verdicts, refused }: MeasureSummary,
  { releases, now, illustrative }: RowContext,
): MeasureRow {
  return {
    id: measure.id,
    title: measure.title,
    href: measureHref(measure.id, area),
    unit: measure.unit,
    spark: held === null ? null : sparkInput(measure, held, illustrative),
    held: held === null ? null : heldCells(measure, held, releases, now),
    national: comparatorCell(verdicts.national),
    similar: comparatorCell(verdicts.mostSimilar),
    missing: held === null ? (refused ?? wouldFill(measure)) : null,
  };
}

/** The address of a measure's page; the Metropolitan Police is what it shows unless another area is named. */
export function measureHref(id: string, area: string): string {
  return `/measures/${id}${area === DEFAULT_AREA ? '' : `?area=${encodeURIComponent(area)}`}`;
}

export const DEFAULT_AREA = 'Metropolitan Police';

/** The template whose returns are all that feeds a measure, or null. */
function templateOf({ feeds }: Pick<Measure, 'feeds'>): string | null {
  const sources = new Set(feeds.flatMap((feed) => (feed.kind === 'table' ? [feed.source] : [])));
  const [only] = sources;
  return sources.size === 1 && only?.startsWith('return-') ? only.slice('return-'.length) : null;
}

/** The sources that would give a measure its figures, in words. */
export function wouldFill({ feeds }: Pick<Measure, 'feeds'>): string {
  const ids = feeds.flatMap((feed) => (feed.kind === 'table' ? [feed.source] : []));
  if (ids.length === 0)
    return 'Would come from the publication that its definition names, or from figures typed with their citation.';
  const template = templateOf({ feeds });
  if (template !== null)
    return `Nobody publishes it. A return on the template “${template}” would fill it: the data page has the form.`;
  const titles = [...new Set(ids)].map((id) => SOURCES.find((source) => source.id === id)?.title ?? id);
  return `Would come from: ${[...titles, 'figures typed with their citation'].join('; or ')}.`;
}

function sparkInput(
  measure: Measure,
  { cadence, spark, variation }: HeldSummary,
  illustrative: boolean,
): SparkLineInput {
  const limits = variation?.chart;
  return {
    id: `spark-${measure.id}`,
    illustrative,
    subject: measure.title,
    unit: unitOf(measure),
    every: everyOf(cadence),
    from: chartDate(spark.from, cadence),
    values: spark.values,
    width: 100,
    ...(variation === null ? {} : { variation: variation.variation, side: variation.side }),
    limits:
      limits === undefined || limits.centre === null || limits.lower === null || limits.upper === null
        ? null
        : { centre: limits.centre, lower: limits.lower, upper: limits.upper },
  };
}

function heldCells(
  measure: Measure,
  { cadence, latest, change, variation }: HeldSummary,
  releases: ReadonlyMap<string, Release>,
  now: Date,
): HeldCells {
  const release = latest.release
    .split(' ')
    .map((id) => releases.get(id))
    .find((each) => each !== undefined);
  const moved = change.verdict === 'higher' || change.verdict === 'lower';
  return {
    latest: formatFigure(latest.value, unitOf(measure)),
    latestValue: latest.value,
    period: shortPeriodName(chartDate(latest.to, cadence), everyOf(cadence)),
    change: change.amount === null ? null : changeText(change.amount, change.as),
    changeValue: change.amount,
    interval: changeInterval(change),
    verdict: CHANGE_WORDS[change.verdict],
    tone: changeTone(change.verdict, measure.direction),
    direction: moved ? (change.verdict === 'higher' ? 'up' : 'down') : null,
    why: change.why,
    variation: { variation: variation?.variation ?? null, side: variation?.side },
    noVariation: variation !== null ? null : cadence === 'rolling' ? 'Windows overlap' : 'Too few points',
    source: release === undefined ? 'not stated' : shortPublisher(release.publisher),
    to: latest.to,
    age: age(latest.to, now),
  };
}

function comparatorCell({ verdict, finding }: ComparatorVerdict): ComparatorCell {
  const period = finding?.numbers['period'];
  const told = verdict === 'above' || verdict === 'below' || verdict === 'similar';
  return {
    words: COMPARATOR_WORDS[verdict],
    period: told && typeof period === 'string' ? period : null,
    sentence: finding?.sentence ?? null,
  };
}
