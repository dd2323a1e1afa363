import type { Area } from '../../areas/index.ts';
import { UsageError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { Release } from '../../lake/release.ts';
import type { Measure, Observation } from '../../measures/index.ts';
import { inputsOf, noData, type EvidenceContext, type Knowledge } from '../context.ts';
import type { Finding } from '../finding.ts';
import type { Question } from '../question.ts';
import { writeQuestion } from '../question.ts';
import { areaInWords, dateInWords } from '../words.ts';
import { breakdownOf, type Breakdown } from './breakdown.ts';
import { isChanged, stagedFigures, type StagedFigure } from './figures.ts';
import { knownReasons } from './known-reasons.ts';
import { latestOf } from './latest.ts';
import { recipesOn, stagedSeries, type Recipes, type Sides } from './recipes.ts';
import { revisedBy } from './revised-by.ts';
import { sumOfSplits } from './split.ts';
import type { Changed } from './changed.ts';
import { caveatsOf, sentenceOf } from './told.ts';
import { numbersOf } from './numbers.ts';

const METHOD = {
  method: 'difference of two vintages, split into definition, revised data and the world',
  method_version: 'what-changed-1',
};

/**
 * What reads differently now from what was known on a day? For each period known then, the difference is split into the recipe,
 * the publication that answers and data revised; from the latest period known then to the latest now, the rest is the world.
 * The parts add up.
 * @throws UsageError without a day; NotFoundError for an unknown measure or area
 */
export async function whatChanged(
  given: EvidenceContext,
  question: Question,
  { vintage }: Knowledge,
): Promise<Finding> {
  // Figures are set against themselves here, doubtful or not: checking every vintage of them would cost much and change none.
  const context: EvidenceContext = { ...given, doubts: undefined };
  const measure = context.measures.require(question.measure);
  const area = context.areas.require(question.area ?? 'Metropolitan Police');
  const since = dayOf(question, vintage);
  const head = { question: writeQuestion(question), definition: measure.version, ...METHOD };
  const sides: Sides = { then: { kind: 'known-on', date: since }, now: vintage };
  const recipes = await recipesOn(context, measure, since);
  const span = { from: question.from ?? undefined, to: question.to ?? undefined };
  const series = await stagedSeries(context, recipes, sides, { areas: [area.name], ...span });
  const figures = stagedFigures(series.stages);
  if (!figures.some(({ observations }) => isKnown(observations.then)))
    return noData(
      head,
      `Nothing of ${measure.title.toLowerCase()} in ${areaInWords(area.name)} had been published by ${dateInWords(since)}, as far as the releases held tell.`,
    );
  const yearly = await yearlyFigures(context, recipes, sides, measure, area, figures, span);
  const latest = latestOf(yearly ?? figures, measure);
  const changed = await gathered(context, {
    measure,
    area,
    since,
    until: vintage.kind === 'known-on' ? vintage.date : null,
    recipes,
    series,
    figures,
    latest,
    basis: yearly === null ? 'single figures' : 'twelve months',
    sides,
    by: question.by,
  });
  const used = usedOf(figures);
  return {
    ...head,
    verdict: verdictOf(changed),
    sentence: sentenceOf(changed),
    numbers: numbersOf(changed),
    caveats: caveatsOf(changed),
    inputs: inputsOf(context, used),
    from: figures[0]?.from ?? null,
    to: figures.at(-1)?.to ?? null,
  };
}

function dayOf({ since }: Question, vintage: Knowledge['vintage']): IsoDate {
  if (since === null)
    throw new UsageError(
      'what-changed needs a day to look back to.',
      'Add --since with the day, as in --since 2023-08-31.',
    );
  if (vintage.kind === 'earliest')
    throw new UsageError(
      'what-changed compares what was known on a day with what is known later, not with what was said first.',
      'Leave --vintage out, or give a later day with --as-known-on.',
    );
  if (vintage.kind === 'known-on' && vintage.date < since)
    throw new UsageError(
      `${vintage.date} lies before ${since}.`,
      'Give the earlier day to --since and the later one to --as-known-on.',
    );
  return since;
}

/** Twelve months to each month, which have no season; null where months cannot be added up, or too few are held. */
async function yearlyFigures(
  context: EvidenceContext,
  recipes: Recipes,
  sides: Sides,
  measure: Measure,
  area: Area,
  figures: readonly StagedFigure[],
  span: { readonly from: IsoDate | undefined; readonly to: IsoDate | undefined },
): Promise<readonly StagedFigure[] | null> {
  const monthly = figures.every(({ from, to }) => from.slice(0, 7) === to.slice(0, 7));
  if (!monthly || !addsOverTime(measure, figures)) return null;
  const { stages } = await stagedSeries(context, recipes, sides, {
    areas: [area.name],
    ...span,
    every: 'rolling-12',
  });
  const rolling = stagedFigures(stages);
  return rolling.some(({ split }) => split !== null) ? rolling : null;
}

function addsOverTime({ kind }: Measure, figures: readonly StagedFigure[]): boolean {
  if (kind === 'count') return true;
  return kind !== 'mean' && figures.every(({ observations }) => observations.now?.numerator !== null);
}

type Known = Pick<
  Changed,
  'measure' | 'since' | 'until' | 'recipes' | 'series' | 'figures' | 'latest' | 'basis'
> & {
  readonly area: Area;
  readonly sides: Sides;
  readonly by: string | null;
};

async function gathered(context: EvidenceContext, known: Known): Promise<Changed> {
  const { measure, area, sides, series, figures } = known;
  const common = figures.filter(({ split }) => split !== null);
  const additive = measure.kind === 'count';
  const total = additive ? totalOf(common) : null;
  const releases = context.lake.releases();
  const feed = additive && common.some(isChanged) ? series.feedThen : null;
  const periods = new Set(common.map(({ from, to }) => `${to}/${from}`));
  const request = feed === null ? null : { measure, feed, sides, periods };
  const members = context.areas.membersOf(area.name).map(({ name }) => name);
  const areas =
    request === null || members.length === 0
      ? null
      : await breakdownOf(context, { ...request, areas: members });
  const by = known.by ?? (feed?.kind === 'table' ? (Object.keys(feed.by)[0] ?? null) : null);
  const groups =
    request === null || by === null
      ? null
      : await breakdownOf(context, { ...request, areas: [area.name], by });
  const wholeArea = context.areas.list('force').find((force) => partsOf(context, force).includes(area));
  const whole =
    request === null || wholeArea === undefined
      ? null
      : await breakdownOf(context, { ...request, areas: [wholeArea.name] });
  const [wholePart] = whole?.parts ?? [];
  const used = new Set(usedOf(figures).flatMap(({ release }) => release.split(' ')));
  return {
    ...known,
    area: area.name,
    common,
    total,
    releases: revisedBy(common, releases, additive),
    areas: areas === null ? null : { ...areas, elsewhere: (total?.data ?? 0) - sumOf(areas) },
    groups: groups === null || by === null ? null : { ...groups, by },
    whole:
      wholeArea === undefined || wholePart === undefined
        ? null
        : { area: wholeArea.name, data_revised: wholePart.data_revised },
    reasons: knownReasons(context, measure.id, area.name, publicationsOf(figures, releases)),
    bounded: releases.some(
      ({ release, published_basis }) => used.has(release) && published_basis === 'not-before',
    ),
  };
}

function partsOf({ areas }: EvidenceContext, force: Area): readonly Area[] {
  return areas.membersOf(force.name);
}

function totalOf(common: readonly StagedFigure[]): NonNullable<Changed['total']> {
  const sum = (of: (figure: StagedFigure) => number | null | undefined): number =>
    common.reduce((total, figure) => total + (of(figure) ?? 0), 0);
  return {
    ...sumOfSplits(common.flatMap(({ split }) => (split === null ? [] : [split]))),
    then: sum(({ observations }) => observations.then?.value),
    now: sum(({ observations }) => observations.now?.value),
  };
}

function sumOf({ parts }: Breakdown): number {
  return parts.reduce((total, each) => total + each.data_revised, 0);
}

/** The days of the last publication known then, and of the last one known now. */
function publicationsOf(
  figures: readonly StagedFigure[],
  releases: readonly Release[],
): { from: IsoDate; to: IsoDate } | null {
  const published = new Map(releases.map((release) => [release.release, release.published]));
  const last = (side: 'then' | 'now'): IsoDate | null =>
    figures
      .flatMap(({ observations }) => observations[side]?.release.split(' ') ?? [])
      .map((release) => published.get(release) ?? null)
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null;
  const [from, to] = [last('then'), last('now')];
  return from === null || to === null ? null : { from, to };
}

function isKnown(each: Observation | null): boolean {
  return each !== null && each.value !== null;
}

function usedOf(figures: readonly StagedFigure[]): Observation[] {
  return figures.flatMap(({ observations: { then, now } }) => [then, now].filter((each) => each !== null));
}

function verdictOf({ common, figures }: Changed): string {
  const definition = common.some(({ split }) => split !== null && (split.recipe !== 0 || split.feed !== 0));
  const data = common.some(({ split }) => split !== null && split.data !== 0);
  if (definition) return data ? 'definition-and-data' : 'definition-changed';
  if (data) return 'data-revised';
  return figures.some(({ observations }) => !isKnown(observations.then) && isKnown(observations.now))
    ? 'new-figures-only'
    : 'nothing-changed';
}
