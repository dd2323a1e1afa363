import { averageOfMembers, type Comparator } from '../areas/index.ts';
import type { Measure, Observation } from '../measures/index.ts';
import { rateRatio } from '../statistics/index.ts';
import { lowerFirst } from './words.ts';

/** What a rate is compared with: a published figure, with its counts, or a mean of several rates. */
export interface Reference {
  readonly value: number;
  readonly label: string;
  readonly events: number | null;
  readonly exposure: number | null;
  /** Relative standard error of the value, squared. */
  readonly variance: number;
}

/** The comparator's rate in one period: as published where it is, else averaged over its members by its convention. */
export function referenceRate(
  measure: Measure,
  comparator: Comparator,
  latest: readonly Observation[],
): Reference | null {
  const published = latest.find((each) => each.area === comparator.publishedAs);
  if (published?.value) {
    return {
      value: published.value,
      label: `${published.area} figure`,
      events: published.numerator,
      exposure: published.denominator,
      variance: published.numerator ? 1 / published.numerator : 0,
    };
  }
  const rates = latest.filter((each) => comparator.averaged.includes(each.area)).map(memberRate(measure));
  const average = averageOfMembers(rates, {
    subject: comparator.subject,
    includesSelf: comparator.includesSelf,
    weighting: comparator.weighting,
  });
  if (average.value === null) return null;
  const used = rates.filter((rate) => rate.value !== null && rate.numerator);
  const spread =
    used.reduce((sum, rate) => sum + (rate.value ?? 0) ** 2 / (rate.numerator ?? 1), 0) / used.length ** 2;
  return {
    value: average.value,
    label: `average of ${lowerFirst(comparator.label)}`,
    events: null,
    exposure: null,
    variance: spread / average.value ** 2,
  };
}

/** An observation as the averages take it. */
export function memberRate(measure: Measure): (each: Observation) => {
  area: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
} {
  return (each) => ({
    area: each.area,
    numerator: each.numerator,
    denominator: each.denominator === null ? null : each.denominator / measure.per,
    value: each.value,
  });
}

/** Ratio of a rate to its reference with its 95% interval on the log scale, from the counts of both. */
export function ratioOf(
  own: Observation,
  reference: Reference,
  measure: Measure,
): { ratio: number; lower: number; upper: number } {
  if (
    own.numerator !== null &&
    own.denominator !== null &&
    reference.events !== null &&
    reference.exposure !== null
  ) {
    const ratio = rateRatio(
      { events: own.numerator, exposure: own.denominator / measure.per },
      { events: reference.events, exposure: reference.exposure / measure.per },
    );
    return {
      ratio: ratio.ratio ?? Number.POSITIVE_INFINITY,
      lower: ratio.lower,
      upper: ratio.upper ?? Number.MAX_VALUE,
    };
  }
  const ratio = (own.value ?? 0) / reference.value;
  const factor = Math.exp(1.959964 * Math.sqrt((own.numerator ? 1 / own.numerator : 0) + reference.variance));
  return { ratio, lower: ratio / factor, upper: ratio * factor };
}
