import { ScrutineerError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { NEWEST, type Vintage } from '../../lake/vintages.ts';
import {
  DefinitionHistory,
  feedFor,
  seriesOf,
  withRecipe,
  type Feed,
  type Measure,
  type Observation,
  type SeriesRequest,
} from '../../measures/index.ts';
import type { EvidenceContext } from '../context.ts';
import type { Stages } from './split.ts';

/** The recipes and publications of the two sides of a comparison. */
export interface Recipes {
  readonly now: Measure;
  readonly then: Measure;
  /** First day on which the workspace used the recipe of then; null where its history holds none. */
  readonly thenSince: IsoDate | null;
  /** Whether the recipe in use on the day is known. */
  readonly certain: boolean;
  /** The earlier recipe is held, but does not run on the lake of today; today's stands in for it. */
  readonly unusable: boolean;
}

export interface Sides {
  readonly then: Vintage;
  readonly now: Vintage;
}

/** Finds the recipe that was in use on a day. */
export async function recipesOn(context: EvidenceContext, measure: Measure, day: IsoDate): Promise<Recipes> {
  const dated = new DefinitionHistory(context.lake.workspace).on(measure, day);
  if (!dated || dated.measure.version === measure.version)
    return {
      now: measure,
      then: measure,
      thenSince: dated?.since ?? null,
      certain: dated?.certain ?? false,
      unusable: false,
    };
  const runs = await works(context, dated.measure);
  return {
    now: measure,
    then: runs ? dated.measure : measure,
    thenSince: dated.since,
    certain: dated.certain,
    unusable: !runs,
  };
}

/** Whether a recipe of long ago still runs: a table or column that it names may be gone. */
async function works(context: EvidenceContext, measure: Measure): Promise<boolean> {
  try {
    await seriesOf(withRecipe(context, measure), {
      measure: measure.id,
      areas: [context.areas.list('force')[0]?.name ?? ''],
      vintage: NEWEST,
    });
    return true;
  } catch (error) {
    if (error instanceof ScrutineerError) throw error;
    return false;
  }
}

/** A series at its four stages, and the publications that answered before and after. */
export interface StagedSeries {
  readonly stages: Stages<readonly Observation[]>;
  /** The feed of today's recipe that answers from the data of then, and from those of now; null without figures. */
  readonly feedThen: Feed | null;
  readonly feedNow: Feed | null;
  /** What answered, in words: "cited figures", "published counts (mps-borough-crime)". */
  readonly namedThen: string;
  readonly namedNow: string;
}

/** Asks for a series four times, changing one thing at a time. */
export async function stagedSeries(
  context: EvidenceContext,
  recipes: Recipes,
  sides: Sides,
  request: Omit<SeriesRequest, 'measure' | 'vintage'>,
): Promise<StagedSeries> {
  const { now: measure, then: before } = recipes;
  const ofThen = { ...request, measure: measure.id, vintage: sides.then };
  const ofNow = { ...request, measure: measure.id, vintage: sides.now };
  const same = before.version === measure.version;
  const then = await seriesOf(same ? context : withRecipe(context, before), ofThen);
  const redefined = same ? then : await seriesOf(context, ofThen);
  const now = await seriesOf(context, ofNow);
  const [feedThen, feedNow] = [await feedFor(context, ofThen), await feedFor(context, ofNow)];
  const revised =
    feedThen === null || isSame(feedThen, feedNow)
      ? now
      : await seriesOf(withFeed(context, measure, feedThen), ofNow);
  return {
    stages: {
      then: then.observations,
      redefined: redefined.observations,
      revised: revised.observations,
      now: now.observations,
    },
    feedThen,
    feedNow,
    namedThen: then.feed,
    namedNow: now.feed,
  };
}

/** The program in which only one feed answers for a measure. */
export function withFeed(context: EvidenceContext, measure: Measure, feed: Feed): EvidenceContext {
  return withRecipe(context, { ...measure, feeds: [feed] });
}

function isSame(a: Feed | null, b: Feed | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
