import {
  MixedSeriesError,
  seriesOf,
  type Measure,
  type Observation,
  type Series,
} from '../measures/index.ts';
import { runOf, type Cadence } from './cadence.ts';
import { comparatorVerdict, type ComparatorVerdict } from './comparator-verdict.ts';
import type { EvidenceContext } from './context.ts';
import { judgedRun, type JudgedRun } from './judged-run.ts';
import { measuredChange, type MeasuredChange } from './measured-change.ts';
import { lastDayAt, monthlySeries } from './monthly-series.ts';
import { sparkValues, type SparkValues } from './spark-values.ts';
import { WINDOW } from './trend-now.ts';
import { variationNow, type VariationNow } from './variation-now.ts';

/** All that a line of a table says of a measure in one area. */
export interface MeasureSummary {
  readonly measure: Measure;
  readonly area: string;
  /** Null when nothing is held for the area; `notes` then says what would fill it. */
  readonly held: HeldSummary | null;
  readonly verdicts: {
    readonly national: ComparatorVerdict;
    readonly mostSimilar: ComparatorVerdict;
  };
  /** Why there is no series although figures are held: they were not measured in one way. */
  readonly refused: string | null;
  /** What a reader must know before using the numbers. */
  readonly notes: readonly string[];
}

/** What is held of a measure in one area. */
export interface HeldSummary {
  readonly cadence: Cadence;
  readonly latest: Observation & { readonly value: number };
  readonly change: MeasuredChange;
  /** Null where control limits do not apply: too few points, or windows that overlap. */
  readonly variation: VariationNow | null;
  readonly spark: SparkValues;
  /** Breaks and events, and what is judged of the series because of them. */
  readonly judged: JudgedRun;
  /** All observations of the run, oldest first. */
  readonly observations: readonly Observation[];
  /** Which feed answered: "cited figures", "rows (police-uk-stop-search)" … */
  readonly feed: string;
}

/**
 * One line about a measure: latest value, change on a year before, variation of the last point, where it stands against
 * comparators, and the values of a spark line. Nothing is compared or judged across a break that parts figures.
 * @throws NotFoundError for an unknown measure or area
 */
export async function measureSummary(
  context: EvidenceContext,
  measureId: string,
  areaName: string,
): Promise<MeasureSummary> {
  const measure = context.measures.require(measureId);
  const area = context.areas.require(areaName).name;
  const series = await seriesOrRefusal(context, measure.id, area);
  const [national, mostSimilar] = await Promise.all([
    comparatorVerdict(context, measure, area, 'national'),
    comparatorVerdict(context, measure, area, 'most-similar'),
  ]);
  const verdicts = { national, mostSimilar };
  if (series instanceof MixedSeriesError) {
    const refused = `${series.message} ${series.advice}`;
    return { measure, area, held: null, verdicts, refused, notes: [refused] };
  }
  return {
    measure,
    area,
    held: heldSummary(context, measure, area, series.observations, series.feed),
    verdicts,
    refused: null,
    notes: series.notes,
  };
}

/** A table of many measures is not stopped by one whose figures were measured in two ways. */
async function seriesOrRefusal(
  context: EvidenceContext,
  measure: string,
  area: string,
): Promise<Series | MixedSeriesError> {
  try {
    return await seriesOf(context, { measure, areas: [area] });
  } catch (error) {
    if (error instanceof MixedSeriesError) return error;
    throw error;
  }
}

/** The measures that a table has a line for: every one but rates that only restate a count per head. */
export function summarisedMeasures({ measures }: EvidenceContext): readonly Measure[] {
  return measures.list().filter(({ rateOf }) => rateOf === null);
}

/** What some observations of one area show; null when they hold no figure. */
export function heldSummary(
  context: EvidenceContext,
  measure: Measure,
  area: string,
  observations: readonly Observation[],
  feed: string,
): HeldSummary | null {
  const run = runOf(observations);
  const latest = run?.observations.findLast(hasValue);
  if (!run || !latest) return null;
  const judged = judgedRun(context, measure.id, area, run.observations);
  const monthly = run.cadence === 'month' ? monthlySeries(measure, area, judged.observations) : null;
  const points = monthly
    ? monthly.values.map((value, index) => ({ to: lastDayAt(monthly, index), value }))
    : judged.observations;
  return {
    cadence: run.cadence,
    latest,
    change: measuredChange(measure, run.cadence, judged, monthly),
    variation: run.cadence === 'rolling' ? null : variationNow(points.slice(-WINDOW), measure.direction),
    spark: sparkValues(run),
    judged,
    observations: run.observations,
    feed,
  };
}

function hasValue(each: Observation): each is Observation & { readonly value: number } {
  return each.value !== null;
}
