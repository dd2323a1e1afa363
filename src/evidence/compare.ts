import { describeComparator, effectOfSwitching, type Comparator } from '../areas/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { listOf } from '../foundation/list-of.ts';
import { seriesOf, type Measure, type Observation } from '../measures/index.ts';
import { compareWithBaseline } from './compare-baseline.ts';
import { inputsOf, noData, type EvidenceContext, type Knowledge } from './context.ts';
import { doubtCaveats } from './doubt-words.ts';
import type { Finding } from './finding.ts';
import { isLeftOut } from './judged-run.ts';
import type { Question } from './question.ts';
import { writeQuestion } from './question.ts';
import { memberRate, ratioOf, referenceRate } from './reference-rate.ts';
import { areaInWords, bareValue, lowerFirst, monthInWords, spanInWords } from './words.ts';

const METHOD = { method: 'rate ratio with Wald interval on the log scale', method_version: 'compare-1' };

/**
 * Is an area above, below or similar to its comparator? Rates of the latest period that all of them share; "above" and
 * "below" are said only when the interval of the ratio leaves out 1.
 */
export async function compare(
  context: EvidenceContext,
  question: Question,
  { vintage }: Knowledge,
): Promise<Finding> {
  const measure = comparable(context, question.measure);
  const subject = context.areas.require(question.area ?? 'Metropolitan Police', [
    'force',
    'borough',
    'region',
    'nation',
  ]);
  const head = { question: writeQuestion(question), definition: measure.version, ...METHOD };
  const comparator = context.comparators.for(
    subject.name,
    question.with,
    question.until ?? ('2100-01-01' as IsoDate),
  );
  if (comparator.status === 'none') return noData(head, comparator.note);
  if (comparator.kind === 'baseline')
    return compareWithBaseline(context, measure, subject.name, comparator, head, question, vintage);
  const forces = context.areas.list('force').map(({ name }) => name);
  const wanted = [
    ...new Set([
      subject.name,
      ...comparator.averaged,
      ...(comparator.publishedAs === null ? [] : [comparator.publishedAs]),
      ...forces,
    ]),
  ];
  const series = await seriesOf(context, {
    measure: measure.id,
    areas: wanted,
    to: question.until ?? undefined,
    from: question.since ?? undefined,
    vintage,
  });
  const latest = latestShared(series.observations, subject.name, comparator);
  if (!latest)
    return noData(
      head,
      `No figure for ${measure.title.toLowerCase()} is held for ${subject.name} and its comparator over the same period${question.since === null ? '' : ` since ${monthInWords(question.since)}`}.`,
    );
  return judge(context, { measure, subject: subject.name, comparator, latest, head });
}

interface Judged {
  readonly measure: Measure;
  readonly subject: string;
  readonly comparator: Comparator;
  readonly latest: readonly Observation[];
  readonly head: Pick<Finding, 'question' | 'definition' | 'method' | 'method_version'>;
}

function judge(context: EvidenceContext, { measure, subject, comparator, latest, head }: Judged): Finding {
  const own = latest.find((each) => each.area === subject);
  const reference = referenceRate(measure, comparator, latest);
  if (!own || own.value === null || !reference)
    return noData(head, `The comparator of ${subject} cannot be worked out from the figures held.`);
  const interval = ratioOf(own, reference, measure);
  const verdict = interval.lower > 1 ? 'above' : interval.upper < 1 ? 'below' : 'similar';
  const forces = latest.filter(
    (each) => context.areas.resolve(each.area, 'force') && each.value !== null && !each.flags.includes('u'),
  );
  const higher = forces
    .filter((each) => each.area !== subject && (each.value ?? 0) > (own.value ?? 0))
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const members = latest.filter((each) => comparator.members.includes(each.area) && each.value !== null);
  const span = spanInWords(own.from, own.to);
  const than = verdict === 'similar' ? 'similar to' : verdict;
  const exception =
    verdict === 'above' && higher.length > 0 && higher.length <= 3
      ? ` ${listOf(higher.map((each) => `${each.area} (${bareValue(measure, each.value ?? 0)})`))} ${higher.length === 1 ? 'was' : 'were'} higher still.`
      : '';
  return {
    ...head,
    verdict,
    sentence: `${measure.title} in ${areaInWords(subject)}: ${bareValue(measure, own.value)} in ${span}, ${than} the ${reference.label} (${bareValue(measure, reference.value)}; ratio ${interval.ratio.toFixed(2)}, 95% interval ${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)}).${exception}`,
    numbers: {
      value: own.value,
      events: own.numerator,
      population: own.denominator,
      comparator: reference.value,
      comparator_kind: comparator.kind,
      ratio: interval.ratio,
      lower: interval.lower,
      upper: interval.upper,
      unit: measure.unit,
      period: own.period,
      forces_compared: forces.length,
      forces_higher: higher.length,
      members: members.map((each) => ({
        area: each.area,
        value: each.value,
        lower: each.lower,
        upper: each.upper,
      })),
      higher: higher.slice(0, 5).map((each) => ({ area: each.area, value: each.value })),
      conventions: switches(measure, subject, comparator, latest),
    },
    caveats: [
      ...caveatsOf(measure, comparator, own),
      ...doubtCaveats(
        latest.filter((each) => each.area === subject || comparator.members.includes(each.area)),
      ),
    ],
    inputs: inputsOf(context, latest),
    from: own.from,
    to: own.to,
  };
}

/** A count is compared by its rate: areas differ in size. */
function comparable({ measures }: EvidenceContext, id: string): Measure {
  const measure = measures.require(id);
  return measure.rate === null ? measure : measures.require(measure.rate);
}

/** The latest period in which the subject and the comparator are both known. */
function latestShared(
  observations: readonly Observation[],
  subject: string,
  comparator: Comparator,
): Observation[] | null {
  const byPeriod = Map.groupBy(
    observations.filter((each) => each.value !== null && !isLeftOut(each)),
    (each) => `${each.from}/${each.to}`,
  );
  const usable = [...byPeriod.values()].filter((all) => {
    const known = new Set(all.map((each) => each.area));
    const whole = comparator.publishedAs !== null && known.has(comparator.publishedAs);
    return (
      known.has(subject) && (whole || comparator.averaged.some((name) => name !== subject && known.has(name)))
    );
  });
  return usable.toSorted((a, b) => (b[0]?.to ?? '').localeCompare(a[0]?.to ?? ''))[0] ?? null;
}

/** The comparator by every convention, so that nobody is misled by the choice of one. */
function switches(
  measure: Measure,
  subject: string,
  comparator: Comparator,
  latest: readonly Observation[],
): { convention: string; value: number | null }[] {
  const names = new Set([subject, ...comparator.members]);
  const rates = latest.filter((each) => names.has(each.area)).map(memberRate(measure));
  return effectOfSwitching(rates, {
    subject,
    includesSelf: comparator.includesSelf,
    weighting: comparator.weighting,
  }).map((average) => ({
    convention: `${average.convention.includesSelf ? 'with' : 'without'} self, ${average.convention.weighting === 'population' ? 'weighted by population' : 'unweighted'}`,
    value: average.value,
  }));
}

function caveatsOf(measure: Measure, comparator: Comparator, own: Observation): string[] {
  return [
    describeComparator(comparator),
    ...(comparator.status === 'unconfirmed'
      ? [`The list of ${lowerFirst(comparator.label)} is unconfirmed: no published list is held.`]
      : []),
    `The interval covers chance in the counts only, not differences in how forces record.`,
    `These are the latest comparable figures held: ${spanInWords(own.from, own.to)}.`,
    measure.standing,
  ];
}
