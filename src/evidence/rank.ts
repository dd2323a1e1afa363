import { listOf } from '../foundation/list-of.ts';
import { seriesOf, type Measure, type Observation } from '../measures/index.ts';
import { rankUncertainty, type UnitRank } from '../statistics/index.ts';
import { inputsOf, noData, type EvidenceContext, type Knowledge } from './context.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { writeQuestion } from './question.ts';
import { attempt } from './attempt.ts';
import { isLeftOut } from './judged-run.ts';
import { bareValue, monthInWords, ordinal, spanInWords } from './words.ts';

const METHOD = {
  method: 'order of the latest figures, with intervals for ranks where a margin is known',
  method_version: 'rank-1',
};
const Z = 1.959964;
const SEED = 20230831;

/** A place in an order, lowest first, with the ranks that its margin allows. */
interface Placed {
  readonly area: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly flags: readonly string[];
}

/**
 * Which areas stand lowest (or highest)? The order is that of the figures; how sure it is, is said only as far as a
 * margin is known. With `lowest` or `highest` the verdict says whether the named areas are those.
 */
export async function rank(
  context: EvidenceContext,
  question: Question,
  { vintage }: Knowledge,
): Promise<Finding> {
  const measure = context.measures.require(rateFor(context, question));
  const head = { question: writeQuestion(question), definition: measure.version, ...METHOD };
  const areas = context.areas.list(question.areaType).map(({ name }) => name);
  const series = await seriesOf(context, {
    measure: measure.id,
    areas,
    to: question.until ?? undefined,
    vintage,
  });
  const known = series.observations.filter(
    (each) =>
      each.value !== null &&
      !each.flags.includes('u') &&
      !isLeftOut(each) &&
      (question.since === null || each.to >= question.since),
  );
  const latest = latestOf(known);
  if (latest.length < 3)
    return noData(
      head,
      `Too few ${question.areaType}s have a figure for ${measure.title.toLowerCase()}${question.since === null ? '' : ` since ${monthInWords(question.since)}`} to be put in order.`,
    );
  const placed = latest.map(toPlaced).toSorted((a, b) => a.value - b.value || a.area.localeCompare(b.area));
  const named = question.lowest.length > 0 ? question.lowest : question.highest;
  const wanted = named.map((name) => context.areas.require(name, question.areaType).name);
  const [span] = latest;
  return judge(context, {
    measure,
    question,
    head,
    placed,
    wanted,
    span: span ? spanInWords(span.from, span.to) : '',
    latest,
  });
}

interface Judged {
  readonly measure: Measure;
  readonly question: Question;
  readonly head: Pick<Finding, 'question' | 'definition' | 'method' | 'method_version'>;
  readonly placed: readonly Placed[];
  readonly wanted: readonly string[];
  readonly span: string;
  readonly latest: readonly Observation[];
}

/** `others-stand-lower`: the figures put others there, but not beyond their margins. */
function verdictOf({
  wanted,
  outside,
  surelyOutside,
  tied,
}: {
  wanted: readonly string[];
  outside: readonly Placed[];
  surelyOutside: boolean;
  tied: readonly Placed[];
}): string {
  if (wanted.length === 0) return 'ordered';
  if (outside.length > 0) return surelyOutside ? 'others-are' : 'others-stand-lower';
  return tied.length > 0 ? 'tied' : 'they-are';
}

function judge(
  context: EvidenceContext,
  { measure, question, head, placed, wanted, span, latest }: Judged,
): Finding {
  const fromLow = question.highest.length === 0;
  const order = fromLow ? placed : placed.toReversed();
  const count = Math.max(wanted.length, 1);
  const end = order.slice(0, count);
  const ranks = uncertainty(order, count, fromLow);
  const limit = end.at(-1)?.value;
  const tied = order.filter((each, index) => index >= count && each.value === limit);
  const outside = order.filter(
    (each, index) => wanted.includes(each.area) && index >= count && !tied.includes(each),
  );
  // Named areas that stand elsewhere may, within their margins, still be the lowest: then the order settles nothing.
  const surelyOutside = outside.some(
    (each) => (ranks?.[order.indexOf(each)]?.surelyFrom ?? count + 1) > count,
  );
  const verdict = verdictOf({ wanted, outside, surelyOutside, tied });
  const [low] = latest;
  // A rate is flagged so for another year's population, a survey's share for a base that nobody published.
  const assumed = measure.kind === 'proportion' && latest.some((each) => each.flags.includes('e'));
  const overlapping = ranks
    ? order.filter((_, index) => index >= count && (ranks[index]?.surelyFrom ?? 1) <= count).length
    : null;
  return {
    ...head,
    verdict,
    sentence: `${measure.title}, ${span}: the ${count === 1 ? '' : `${count} `}${fromLow ? 'lowest' : 'highest'} of ${placed.length} were ${listOf(end.map((each) => `${each.area} (${bareValue(measure, each.value)})`))}${tied.length > 0 ? `, level with ${listOf(tied.map((each) => each.area))}` : ''}${overlapping === null ? '' : `; ${overlapping === 0 ? 'no other could' : `${overlapping} others could`} truly stand as ${fromLow ? 'low' : 'high'}${assumed ? ', if the survey had its planned sample' : ''}`}.${outside.length === 0 ? '' : ` ${listOf(outside.map((each) => `${each.area} (${bareValue(measure, each.value)})`))} stood ${outside.map((each) => ordinal(order.indexOf(each) + 1)).join(' and ')}.`}`,
    numbers: {
      areas_ranked: placed.length,
      asked: wanted.join(', '),
      others_that_could_be: overlapping,
      order: order.map((each, index) => ({
        rank: index + 1,
        area: each.area,
        value: each.value,
        lower: each.lower,
        upper: each.upper,
        rank_lower: ranks?.[index]?.lower ?? null,
        rank_upper: ranks?.[index]?.upper ?? null,
      })),
    },
    caveats: [
      ...(assumed
        ? [
            'The publisher gives no base for an area: intervals and ranks assume the planned sample and a design effect of 1.5.',
          ]
        : []),
      ...(ranks ? [] : ['No margin is known for these figures, so the order is that of the figures alone.']),
      'An order of areas says nothing of why they differ.',
      measure.standing,
    ],
    inputs: inputsOf(context, latest),
    from: low?.from ?? null,
    to: low?.to ?? null,
  };
}

/** Areas of unlike size are put in order by rate. */
function rateFor({ measures }: EvidenceContext, { measure }: Question): string {
  return measures.require(measure).rate ?? measure;
}

function latestOf(observations: readonly Observation[]): Observation[] {
  const to = observations.reduce((max, each) => (each.to > max ? each.to : max), '');
  return observations.filter((each) => each.to === to);
}

function toPlaced({ area, value, lower, upper, flags }: Observation): Placed {
  return { area, value: value ?? 0, lower, upper, flags };
}

function uncertainty(order: readonly Placed[], lowest: number, fromLow: boolean): readonly UnitRank[] | null {
  if (order.some(({ lower, upper }) => lower === null || upper === null || upper <= lower)) return null;
  const estimates = order.map(({ value, lower, upper }) => ({
    estimate: fromLow ? value : -value,
    standardError: ((upper ?? 0) - (lower ?? 0)) / (2 * Z),
  }));
  return attempt(() => rankUncertainty(estimates, { lowest, seed: SEED }));
}
