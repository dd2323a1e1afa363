import { seriesOf, type Feed, type Measure, type Observation } from '../../measures/index.ts';
import type { EvidenceContext } from '../context.ts';
import { withFeed, type Sides } from './recipes.ts';

/** A part of the figure (an area within, a category) over the periods known both then and now. */
export interface RevisedPart {
  readonly name: string;
  readonly then: number;
  readonly now: number;
  readonly data_revised: number;
  /** Whether then or now names the part at all: a category may be new, or no longer given. */
  readonly given: 'both' | 'then' | 'now';
}

/** One figure of one part that was revised. */
export interface RevisedFigure {
  readonly name: string;
  readonly period: string;
  readonly then: number | null;
  readonly now: number | null;
  readonly data_revised: number;
}

export interface Breakdown {
  /** The parts, most revised first. */
  readonly parts: readonly RevisedPart[];
  /** Every figure of a part that was revised, the biggest first. */
  readonly figures: readonly RevisedFigure[];
}

export interface BreakdownRequest {
  readonly measure: Measure;
  /** The publication that answered then; both sides are read from its kind. */
  readonly feed: Feed;
  readonly sides: Sides;
  readonly areas: readonly string[];
  readonly by?: string | undefined;
  /** First days of the periods that are added up. */
  readonly periods: ReadonlySet<string>;
}

/**
 * How revised data fall upon areas or categories. Counts only: rates of parts do not add up to the rate of the whole. A part
 * without a figure in a period counts as nothing there, as it does in the whole. Null where no part has a figure.
 */
export async function breakdownOf(
  context: EvidenceContext,
  { measure, feed, sides, areas, by, periods }: BreakdownRequest,
): Promise<Breakdown | null> {
  const only = withFeed(context, measure, feed);
  const request = { measure: measure.id, areas, by };
  const read = async (vintage: Sides['then']): Promise<Map<string, Observation>> => {
    const { observations } = await seriesOf(only, { ...request, vintage });
    return new Map(
      observations
        .filter(({ from, to, value }) => value !== null && periods.has(`${to}/${from}`))
        .map((each) => [`${partName(each, by)}\u0000${each.to}`, each]),
    );
  };
  const [then, now] = [await read(sides.then), await read(sides.now)];
  const figures = [...new Set([...then.keys(), ...now.keys()])].map((key): RevisedFigure => {
    const [before, after] = [then.get(key), now.get(key)];
    const known = after ?? before;
    return {
      name: known === undefined ? '' : partName(known, by),
      period: known?.period ?? '',
      then: before?.value ?? null,
      now: after?.value ?? null,
      data_revised: (after?.value ?? 0) - (before?.value ?? 0),
    };
  });
  if (figures.length === 0) return null;
  const parts = [...Map.groupBy(figures, ({ name }) => name)].map(([name, own]) => addUp(name, own));
  return {
    parts: parts.toSorted(bySize),
    figures: figures.filter((each) => each.data_revised !== 0).toSorted(bySize),
  };
}

function addUp(name: string, own: readonly RevisedFigure[]): RevisedPart {
  const sum = (of: (each: RevisedFigure) => number | null): number =>
    own.reduce((total, each) => total + (of(each) ?? 0), 0);
  const [before, after] = [own.some(({ then }) => then !== null), own.some(({ now }) => now !== null)];
  return {
    name,
    then: sum((each) => each.then),
    now: sum((each) => each.now),
    data_revised: sum((each) => each.data_revised),
    given: before && after ? 'both' : before ? 'then' : 'now',
  };
}

function partName({ area, group }: Observation, by: string | undefined): string {
  return by === undefined ? area : (group ?? '');
}

function bySize(
  a: { readonly data_revised: number; readonly name: string },
  b: { readonly data_revised: number; readonly name: string },
): number {
  return Math.abs(b.data_revised) - Math.abs(a.data_revised) || (a.name < b.name ? -1 : 1);
}
