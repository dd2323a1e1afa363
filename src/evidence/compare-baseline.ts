import { describeComparator, type Comparator } from '../areas/index.ts';
import { seriesOf, type Measure } from '../measures/index.ts';
import { inputsOf, noData, type EvidenceContext, type Knowledge } from './context.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { ratioOf } from './reference-rate.ts';
import { areaInWords, bareValue, lowerFirst, spanInWords, valueInWords } from './words.ts';

/** Is an area's latest year above, below or similar to the mean of its own years before? */
export async function compareWithBaseline(
  context: EvidenceContext,
  measure: Measure,
  subject: string,
  comparator: Comparator,
  head: Pick<Finding, 'question' | 'definition' | 'method' | 'method_version'>,
  question: Question,
  vintage: Knowledge['vintage'],
): Promise<Finding> {
  const series = await seriesOf(context, {
    measure: measure.id,
    areas: [subject],
    every: 'year',
    yearStarts: 4,
    from: comparator.years[0]?.from,
    to: comparator.years.at(-1)?.to,
    vintage,
  });
  const inYears = series.observations.filter(
    (each) =>
      comparator.years.some((year) => year.from === each.from && year.to === each.to) && each.value !== null,
  );
  const rolling = await seriesOf(context, {
    measure: measure.id,
    areas: [subject],
    every: 'rolling-12',
    to: question.until ?? undefined,
    vintage,
  });
  const own = rolling.observations.findLast((each) => each.value !== null);
  if (inYears.length < comparator.years.length || own?.value === undefined || own.value === null) {
    return noData(
      head,
      `${measure.title} is not held for ${subject} in each year of its mean ${lowerFirst(comparator.label)}.`,
    );
  }
  const value = inYears.reduce((sum, each) => sum + (each.value ?? 0), 0) / inYears.length;
  const variance =
    inYears.reduce((sum, each) => sum + (each.value ?? 0) ** 2 / (each.numerator ?? 1), 0) /
    inYears.length ** 2 /
    value ** 2;
  const interval = ratioOf(
    own,
    { value, label: comparator.label, events: null, exposure: null, variance },
    measure,
  );
  const verdict = interval.lower > 1 ? 'above' : interval.upper < 1 ? 'below' : 'similar';
  return {
    ...head,
    verdict,
    sentence: `${measure.title} in ${areaInWords(subject)}: ${valueInWords(measure, own.value)} in ${spanInWords(own.from, own.to)}, ${verdict === 'similar' ? 'similar to' : verdict} its mean ${lowerFirst(comparator.label)} (${bareValue(measure, value)}; ratio ${interval.ratio.toFixed(2)}, 95% interval ${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)}).`,
    numbers: {
      value: own.value,
      comparator: value,
      comparator_kind: 'baseline',
      ratio: interval.ratio,
      lower: interval.lower,
      upper: interval.upper,
      unit: measure.unit,
      period: own.period,
      years: inYears.map((each) => ({ period: each.period, value: each.value })),
    },
    caveats: [describeComparator(comparator), measure.standing],
    inputs: inputsOf(context, [...inYears, own]),
    from: own.from,
    to: own.to,
  };
}
