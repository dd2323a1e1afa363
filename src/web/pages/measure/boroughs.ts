import type { RankedAreasInput } from '../../../charts/index.ts';
import {
  runOf,
  spanInWords,
  type EvidenceContext,
  type HeldSummary,
  type MeasureSummary,
} from '../../../evidence/index.ts';
import { addMonths, startOfMonth, type IsoDate } from '../../../foundation/iso-date.ts';
import { seriesOf, type Measure, type Observation } from '../../../measures/index.ts';
import { rankUncertainty, StatisticsError, type UnitRank } from '../../../statistics/index.ts';
import { toldFrom } from './told-from.ts';
import { unitOf } from '../measures/words.ts';

const Z = 1.959964;
const SEED = 20230831;

/** The boroughs of a force in order, or why they cannot be shown. */
export interface Boroughs {
  readonly ranked: Omit<RankedAreasInput, 'id' | 'width'> | null;
  readonly missing: string | null;
}

/**
 * The latest year of every borough: by rate where its population is held, else by count, and said to be so. Monthly
 * figures are taken together over twelve months, because a borough's month says little.
 */
export async function boroughsOf(
  context: EvidenceContext,
  { measure, held, area }: MeasureSummary,
  illustrative: boolean,
): Promise<Boroughs | null> {
  const boroughs = context.areas.membersOf(area, 'borough').map(({ name }) => name);
  const highlighted = boroughs.length === 0 ? area : null;
  const names = boroughs.length > 0 ? boroughs : siblings(context, area);
  if (names.length === 0 || held === null) return null;
  const rate = measure.rate === null ? null : context.measures.require(measure.rate);
  for (const each of rate === null ? [measure] : [rate, measure]) {
    const latest = await latestYear(context, each, names, held.cadence === 'month', held.latest.to);
    if (latest.length < 3) continue;
    const whole = highlighted === null ? area : forceOf(context, area);
    const reference = whole === null ? null : await referenceOf(context, each, whole, held, latest);
    return { ranked: rankedInput(each, latest, { highlighted, illustrative, reference }), missing: null };
  }
  return {
    ranked: null,
    missing: `No figures by borough are held for ${measure.title}.`,
  };
}

/** All boroughs of the force that a borough lies in, itself among them. */
function siblings(context: EvidenceContext, area: string): string[] {
  const force = forceOf(context, area);
  return force === null ? [] : context.areas.membersOf(force, 'borough').map(({ name }) => name);
}

/** The force that a borough lies in. */
function forceOf({ areas }: EvidenceContext, area: string): string | null {
  if (areas.require(area).type !== 'borough') return null;
  const force = areas
    .list('force')
    .find(({ name }) => areas.membersOf(name, 'borough').some((each) => each.name === area));
  return force?.name ?? null;
}

/** The figure of the whole that areas are parts of, for the same time; a count of the whole is no level for its parts. */
export async function referenceOf(
  context: EvidenceContext,
  measure: Measure,
  whole: string,
  { cadence }: Pick<HeldSummary, 'cadence'>,
  latest: readonly Observation[],
): Promise<Reference | null> {
  const to = latest[0]?.to;
  if (measure.kind === 'count' || to === undefined) return null;
  const own = await latestYear(context, measure, [whole], cadence === 'month', to);
  const found = own.find((each) => each.to === to && each.from === latest[0]?.from);
  return found?.value === undefined || found.value === null ? null : { name: whole, value: found.value };
}

/** A level that areas are told from. */
export interface Reference {
  readonly name: string;
  readonly value: number;
}

/** The latest year of each area that is held for the last day any of them has; months taken together over twelve. */
export async function latestYear(
  context: EvidenceContext,
  measure: Measure,
  areas: readonly string[],
  monthly: boolean,
  to: string,
): Promise<readonly Observation[]> {
  // Boroughs may be published later or earlier than their sum: two years and more are looked at.
  const from = addMonths(startOfMonth(to as IsoDate), -35);
  const { observations } = await seriesOf(context, {
    measure: measure.id,
    areas,
    from,
    ...(monthly ? { every: 'rolling-12' as const } : {}),
  });
  const known = [...Map.groupBy(observations, ({ area }) => area).values()].flatMap((own) =>
    (monthly ? own : (runOf(own)?.observations ?? [])).filter(
      ({ value, group }) => value !== null && group === undefined,
    ),
  );
  const last = known.reduce((max, each) => (each.to > max ? each.to : max), '');
  return known.filter((each) => each.to === last);
}

/** Areas in order with the ranks that chance leaves open, and marks for those told from the whole. */
export function rankedInput(
  measure: Measure,
  latest: readonly Observation[],
  {
    highlighted,
    illustrative,
    reference,
  }: {
    readonly highlighted: string | null;
    readonly illustrative: boolean;
    readonly reference: Reference | null;
  },
): NonNullable<Boroughs['ranked']> {
  const order = latest.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.area.localeCompare(b.area));
  const ranks = ranksOf(order);
  const told = reference === null ? null : toldFrom(order, reference.value);
  const [top, bottom, any] = [order[0], order.at(-1), latest[0]];
  const span = any ? spanInWords(any.from, any.to) : '';
  const isCount = measure.kind === 'count';
  const assumed = latest.some(({ flags }) => flags.includes('e')) && measure.kind === 'proportion';
  return {
    title: `Highest in ${top?.area ?? ''}, lowest in ${bottom?.area ?? ''}`,
    subtitle: [
      measure.title,
      ...(measure.title.includes(measure.unit)
        ? []
        : [measure.kind === 'proportion' ? `per cent ${measure.unit}` : measure.unit]),
      span,
    ].join(', '),
    subject: measure.title,
    unit: unitOf(measure),
    areas: order.map((each, index) => ({
      name: each.area,
      value: each.value,
      lower: each.lower,
      upper: each.upper,
      rankLower: ranks?.[index]?.lower ?? null,
      rankUpper: ranks?.[index]?.upper ?? null,
      told: told?.[index] ?? null,
      highlighted: each.area === highlighted,
    })),
    averages: reference === null ? undefined : [reference],
    better: measure.direction,
    toldBy: `beyond chance, ${order.length} comparisons allowed for`,
    intervalName: '95% interval',
    illustrative,
    notes: [
      ...(isCount ? ['Counts, not rates: boroughs differ in size.'] : []),
      ...(assumed ? ['The publisher gives no base for a borough: intervals assume the planned sample.'] : []),
      ...(measure.kind === 'rate' && measure.perPopulation
        ? ['Rates are per resident; in the centre many more people are there by day than live there.']
        : []),
    ],
  };
}

/** The ranks that chance leaves open, 1 the highest; null where a margin is not known for all. */
function ranksOf(order: readonly Observation[]): readonly UnitRank[] | null {
  if (order.some(({ lower, upper }) => lower === null || upper === null || upper <= lower)) return null;
  try {
    return rankUncertainty(
      order.map(({ value, lower, upper }) => ({
        estimate: -(value ?? 0),
        standardError: ((upper ?? 0) - (lower ?? 0)) / (2 * Z),
      })),
      { seed: SEED },
    );
  } catch (error) {
    if (error instanceof StatisticsError) return null;
    throw error;
  }
}
