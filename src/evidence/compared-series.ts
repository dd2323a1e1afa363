import {
  averageOfMembers,
  describeComparator,
  type Comparator,
  type ComparatorKind,
} from '../areas/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import {
  seriesOf,
  type Measure,
  type Observation,
  type Series,
  type SeriesRequest,
} from '../measures/index.ts';
import type { EvidenceContext } from './context.ts';

/** An observation of a comparator: `comparator` says which, and an average has no area of its own. */
export type ComparedObservation = Observation & { readonly comparator?: ComparatorKind };

export interface ComparedSeries extends Omit<Series, 'observations'> {
  readonly observations: readonly ComparedObservation[];
}

/** A series with what its first area is compared with: each member of the comparator, and their average. */
export async function comparedSeries(
  context: EvidenceContext,
  request: SeriesRequest,
  kinds: readonly ComparatorKind[],
): Promise<ComparedSeries> {
  const own = await seriesOf(context, request);
  const measure = context.measures.require(request.measure);
  const [first] = request.areas;
  if (first === undefined || kinds.length === 0) return own;
  const subject = context.areas.require(first).name;
  const last = own.observations.at(-1)?.to ?? '2100-01-01';
  const added: ComparedObservation[] = [];
  const notes: string[] = [];
  if (measure.kind === 'count')
    notes.push(
      `Areas differ in size: ${measure.rate === null ? 'a count says little of one against another' : `compare ${measure.rate} rather than counts`}.`,
    );
  for (const kind of kinds) {
    const comparator = context.comparators.for(subject, kind, last as IsoDate);
    notes.push(describeComparator(comparator));
    await requireOneWay(context, request, measure, [subject, ...comparator.averaged]);
    if (comparator.status !== 'none')
      added.push(...(await observationsOf(context, request, measure, comparator, own)));
  }
  return { ...own, observations: [...own.observations, ...added], notes: [...own.notes, ...notes] };
}

/** Areas that are set beside each other must have been measured in one way: asked for together, they are refused if they were not. */
async function requireOneWay(
  context: EvidenceContext,
  request: SeriesRequest,
  measure: Measure,
  areas: readonly string[],
): Promise<void> {
  if (measure.feeds.some((feed) => feed.kind === 'table' && feed.alike !== undefined))
    await seriesOf(context, { ...request, areas: [...new Set(areas)] });
}

async function observationsOf(
  context: EvidenceContext,
  request: SeriesRequest,
  measure: Measure,
  comparator: Comparator,
  own: Series,
): Promise<ComparedObservation[]> {
  if (comparator.kind === 'baseline') return baseline(context, request, comparator);
  const published = comparator.publishedAs;
  if (published !== null) {
    const national = await seriesOf(context, { ...request, areas: [published] });
    if (national.observations.length > 0)
      return national.observations.map((each) => ({ ...each, comparator: comparator.kind }));
  }
  const members = await seriesOf(context, { ...request, areas: comparator.averaged });
  const shown = members.observations
    .filter((each) => each.area !== comparator.subject)
    .map((each) => ({ ...each, comparator: comparator.kind }));
  const periods = [...new Set(own.observations.map((each) => `${each.from}/${each.to}/${each.group ?? ''}`))];
  const averages = periods.flatMap((key) => {
    const inPeriod = members.observations.filter(
      (each) => `${each.from}/${each.to}/${each.group ?? ''}` === key,
    );
    const [sample] = inPeriod;
    if (!sample) return [];
    const rates = inPeriod.map(({ area, numerator, denominator, value }) => ({
      area,
      numerator,
      value,
      denominator: denominator === null ? null : denominator / measure.per,
    }));
    const average = averageOfMembers(rates, {
      subject: comparator.subject,
      includesSelf: comparator.includesSelf,
      weighting: comparator.weighting,
    });
    return average.value === null ? [] : [averageObservation(sample, inPeriod, comparator, average.value)];
  });
  return [...shown, ...averages];
}

function averageObservation(
  sample: Observation,
  of: readonly Observation[],
  comparator: Comparator,
  value: number,
): ComparedObservation {
  return {
    ...sample,
    area: `Average: ${comparator.label}`,
    comparator: comparator.kind,
    value,
    numerator: null,
    denominator: null,
    lower: null,
    upper: null,
    flags: comparator.status === 'unconfirmed' ? ['u'] : [],
    release: [...new Set(of.flatMap((each) => each.release.split(' ')))].join(' '),
  };
}

async function baseline(
  context: EvidenceContext,
  request: SeriesRequest,
  comparator: Comparator,
): Promise<ComparedObservation[]> {
  const years = await seriesOf(context, {
    ...request,
    areas: [comparator.subject],
    from: comparator.years[0]?.from,
    to: comparator.years.at(-1)?.to,
    every: 'year',
    yearStarts: 4,
  });
  return years.observations
    .filter((each) => comparator.years.some((year) => year.from === each.from && year.to === each.to))
    .map((each) => ({ ...each, comparator: 'baseline' }));
}
