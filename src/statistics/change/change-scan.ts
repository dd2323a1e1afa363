import { changeModel, FEWEST_EACH_SIDE, type ChangeModel, type ModelEvidence } from './change-model.ts';
import { logSum } from './log-sum.ts';
import { seasonIdeas } from './season-columns.ts';

/**
 * How strongly a month's noise may remember the month before, and how likely each is held to be: where nothing changed,
 * and after a change. A series that wanders must not pass for one that changed, so most memory is granted to the former;
 * these chances are what gave most power at 5 % false alarms with a memory of 0, 0.2, 0.4 and 0.6 (bench/change.ts).
 */
const MEMORIES = [
  { memory: 0, unchanged: 0.25, changed: 0.6 },
  { memory: 0.2, unchanged: 0.35, changed: 0.3 },
  { memory: 0.4, unchanged: 0.2, changed: 0.09 },
  { memory: 0.6, unchanged: 0.15, changed: 0.009 },
  { memory: 0.8, unchanged: 0.05, changed: 0.001 },
] as const;
/** Chance that a series in which no step happened drifts. */
const DRIFTS = 0.12;
/** A change is held to be the more likely at a time the fewer points ago it was: 1 in (points ago + 6). */
const RECENCY = 6;

/** What one series says about a lasting change of level at some unknown time. */
export interface ChangeFound {
  /** Logarithm of how much likelier the series is with one change of level than with none or a steady drift. */
  readonly score: number;
  /** Logarithm of how much likelier an unchanged series is with a steady drift than without. */
  readonly driftScore: number;
  /** Position (among the points that are there) of the first point after the change. */
  readonly at: number;
  /** Height of the change and its standard error, in the unit of the values. */
  readonly shift: number;
  readonly standardError: number;
  /** What describes the noise and the season best if there was a change, and if there was none. */
  readonly changed: Shape;
  readonly unchanged: Shape;
}

export interface Shape {
  /** Memory from one period to the next. */
  readonly memory: number;
  /** Waves of the season; 0 for none. */
  readonly pairs: number;
}

interface Weighed {
  readonly model: ChangeModel;
  readonly evidence: ModelEvidence;
  readonly unchanged: number;
  readonly changed: number;
}

/** A scan made ready for one pattern of times; it can then be run on any number of value sets. */
export interface ChangeScan {
  readonly times: Int32Array;
  readonly run: (values: Float64Array) => ChangeFound;
}

/**
 * Prepares the search for one lasting change of level in values at `times` (whole periods, rising). Whether the series
 * has a season, and of which shape, a memory, or a drift, is decided by no test of its own: the evidence for a change is
 * averaged over all of them, each counting as much as the series supports it (a Bayes factor). The score has no meaning
 * of its own; how often an unchanged series scores as high is known by simulation (`falseAlarmShare`).
 */
export function prepareChangeScan(times: Int32Array, period: number): ChangeScan {
  const models = seasonIdeas(times, period).flatMap((season) =>
    MEMORIES.map(({ memory, unchanged, changed }) => ({
      model: changeModel(times, period, memory, season),
      unchanged: Math.log(unchanged * season.chance),
      changed: Math.log(changed * season.chance),
    })),
  );
  const chances = chancesOfPlaces(times.length);
  return {
    times,
    run: (values) =>
      weighUp(
        models.map((each) => ({ ...each, evidence: each.model.weigh(values) })),
        chances,
      ),
  };
}

function weighUp(weighed: readonly Weighed[], chances: Float64Array): ChangeFound {
  const none = logSum(weighed.map(({ evidence, unchanged }) => evidence.none + unchanged));
  const drift = logSum(weighed.map(({ evidence, unchanged }) => evidence.drift + unchanged));
  const places = Float64Array.from(chances, (chance, place) =>
    logSum(weighed.map(({ evidence, changed }) => (evidence.steps[place] as number) + changed + chance)),
  );
  const place = places.reduce((best, value, i) => (value > (places[best] as number) ? i : best), 0);
  const step = likeliest(weighed, ({ evidence }) => evidence.steps[place] ?? -Infinity);
  const still = likeliest(weighed, ({ evidence }) => evidence.none);
  return {
    score: logSum(places) - logSum([none + Math.log(1 - DRIFTS), drift + Math.log(DRIFTS)]),
    driftScore: drift - none,
    at: place + FEWEST_EACH_SIDE,
    ...step.evidence.height(place),
    changed: shapeOf(step.model),
    unchanged: shapeOf(still.model),
  };
}

/** The model that describes the series best, the season's chance beforehand counted, that of the memory not. */
function likeliest(weighed: readonly Weighed[], evidenceOf: (each: Weighed) => number): Weighed {
  const value = (each: Weighed) => evidenceOf(each) + Math.log(each.model.season.chance);
  return weighed.reduce((best, each) => (value(each) > value(best) ? each : best));
}

function shapeOf({ memory, season }: ChangeModel): Shape {
  return { memory, pairs: season.pairs };
}

/** Logarithms of how likely a change is held to be at each time; together they are 1. */
function chancesOfPlaces(n: number): Float64Array {
  const chances = Float64Array.from({ length: Math.max(1, n - 2 * FEWEST_EACH_SIDE + 1) }, (_, place) => {
    return 1 / (n - FEWEST_EACH_SIDE - place + RECENCY);
  });
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  return chances.map((chance) => Math.log(chance / total));
}
