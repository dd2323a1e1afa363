import type { Area } from '../areas/index.ts';
import { addDays, addMonths, startOfMonth, type IsoDate } from '../foundation/iso-date.ts';
import type { Vintage } from '../lake/vintages.ts';
import { seriesOf, type Measure, type Observation } from '../measures/index.ts';
import { normalTwoSided } from '../statistics/index.ts';
import { inputsOf, noData, type EvidenceContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { bareValue, monthInWords, pointsChange } from './words.ts';

const METHOD = {
  method: 'difference of two survey windows that do not overlap',
  method_version: 'survey-trend-1',
};
const Z = 1.959964;

/**
 * Has a survey's figure changed over a year? Rolling twelve-month figures of neighbouring quarters share nine months,
 * so only the window a year earlier is compared. Where no base is published the planned sample is assumed, and said.
 */
export async function surveyTrend(
  context: EvidenceContext,
  measure: Measure,
  area: Area,
  question: Question,
  vintage: Vintage,
  head: Pick<Finding, 'question' | 'definition'>,
): Promise<Finding> {
  const peers = area.type === 'borough' ? context.areas.list('borough').map(({ name }) => name) : [area.name];
  const series = await seriesOf(context, {
    measure: measure.id,
    areas: peers,
    to: question.until ?? undefined,
    vintage,
  });
  const own = series.observations.filter((each) => each.area === area.name && each.value !== null);
  const latest = own.at(-1);
  const before = latest && own.find((each) => each.to === sameDayYearBefore(latest.to));
  if (
    !latest ||
    !before ||
    latest.value === null ||
    before.value === null ||
    (question.since !== null && latest.to < question.since)
  ) {
    return noData(
      { ...head, ...METHOD },
      `No two windows of ${measure.title.toLowerCase()} a year apart are held for ${area.name}${question.since === null ? '' : ` with one ending after ${question.since}`}.`,
    );
  }
  const change = latest.value - before.value;
  const error = Math.hypot(standardError(latest), standardError(before));
  const known = error > 0;
  const [lower, upper] = [change - Z * error, change + Z * error];
  const verdict = !known ? 'too-early' : upper < 0 ? 'falling' : lower > 0 ? 'rising' : 'no-signal';
  const changes = peers.length > 1 ? changesOf(series.observations, latest.to) : [];
  const larger = changes.filter((each) => each.area !== area.name && each.change < change).length;
  const word = {
    falling: 'a fall',
    rising: 'a rise',
    'no-signal': 'a difference that the survey is too small to tell from chance',
    'too-early': 'a difference without a known margin',
  }[verdict];
  return {
    ...head,
    ...METHOD,
    verdict,
    sentence: `${measure.title} in ${area.name}: ${bareValue(measure, latest.value)} in the year to ${monthInWords(latest.to)} against ${bareValue(measure, before.value)} a year before, ${word} (${pointsChange(change)}, 95% interval ${pointsChange(lower)} to ${pointsChange(upper)})${changes.length > 1 ? `; ${larger === 0 ? 'no' : larger} other borough${larger === 1 ? '' : 's'} of ${changes.length - 1} fell further` : ''}.`,
    numbers: {
      value: latest.value,
      value_before: before.value,
      change,
      lower: known ? lower : null,
      upper: known ? upper : null,
      p: known ? normalTwoSided(change / error) : null,
      period: latest.period,
      period_before: before.period,
      areas_compared: changes.length,
      areas_that_fell_further: larger,
      threshold_for_one_of_many: changes.length > 1 ? 0.05 / changes.length : null,
    },
    caveats: [
      ...(latest.flags.includes('e')
        ? ['The publisher gives no base: the interval assumes the planned sample and a design effect of 1.5.']
        : []),
      ...(changes.length > 1
        ? [manyLooks(known ? normalTwoSided(change / error) : null, changes.length)]
        : []),
      measure.standing,
    ],
    inputs: inputsOf(context, [latest, before]),
    from: latest.from,
    to: latest.to,
  };
}

/** Looking at many boroughs and naming the one that fell most makes chance falls look real. */
function manyLooks(p: number | null, areas: number): string {
  const holds = p !== null && p < 0.05 / areas;
  return `One borough of ${areas} was picked out: ${holds ? 'the change stands' : 'the change does not stand'} when that is allowed for (Bonferroni, 5% over all boroughs).`;
}

function changesOf(observations: readonly Observation[], to: string): { area: string; change: number }[] {
  const before = sameDayYearBefore(to);
  return [...Map.groupBy(observations, (each) => each.area)].flatMap(([area, own]) => {
    const [now, then] = [
      own.find((each) => each.to === to)?.value,
      own.find((each) => each.to === before)?.value,
    ];
    return typeof now === 'number' && typeof then === 'number' ? [{ area, change: now - then }] : [];
  });
}

/** Half the interval over 1.96: the interval was made by Wilson's method, so this is the error near the middle. */
function standardError({ lower, upper }: Observation): number {
  return lower === null || upper === null ? 0 : (upper - lower) / (2 * Z);
}

function sameDayYearBefore(date: string): string {
  return addDays(addMonths(startOfMonth(addDays(date as IsoDate, 1)), -12), -1);
}
