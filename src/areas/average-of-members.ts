import type { Weighting } from './comparator.ts';

/** A member's rate: `value` in any one unit, and the counts it was made of where they are known. */
export interface MemberRate {
  readonly area: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

/** How an average is taken: with or without the area it is for, each member alike or by population. */
export interface AverageConvention {
  readonly subject: string;
  readonly includesSelf: boolean;
  readonly weighting: Weighting;
}

/** An average, what went into it, and what could not. `value` is null when nothing could; `reason` then says why. */
export interface MemberAverage {
  readonly value: number | null;
  readonly reason: string | null;
  readonly used: readonly string[];
  /** Asked for but without a usable figure. An average with any is over fewer members than its convention says. */
  readonly missing: readonly string[];
  readonly convention: AverageConvention;
}

/**
 * The average rate of a group of areas. Unweighted: the mean of the members' rates, Σ rᵢ / n (HMICFRS, "About the data":
 * most similar group averages are unweighted and take in the force itself). By population: Σ rᵢ·dᵢ / Σ dᵢ with d the
 * denominator, which is the rate of the members taken together.
 * @param rates one entry an area, the subject's own among them where it is to count; values all in one unit
 */
export function averageOfMembers(rates: readonly MemberRate[], convention: AverageConvention): MemberAverage {
  const { subject, includesSelf, weighting } = convention;
  const twice = rates.find((rate, index) => rates.findIndex(({ area }) => area === rate.area) < index);
  if (twice) return nothing(`"${twice.area}" stands twice among the members.`, [], convention);
  const wanted = rates.filter(({ area }) => includesSelf || area !== subject);
  const usable = wanted.flatMap(({ area, value, denominator }) => {
    const weight = weighting === 'unweighted' ? 1 : denominator;
    const sound = isNumber(value) && isNumber(weight) && weight > 0;
    return sound ? [{ area, value, weight }] : [];
  });
  const used = usable.map(({ area }) => area);
  const absentSelf = includesSelf && !rates.some(({ area }) => area === subject) ? [subject] : [];
  const missing = [...wanted.map(({ area }) => area).filter((area) => !used.includes(area)), ...absentSelf];
  if (usable.length === 0) return nothing('No member has a usable figure.', missing, convention);

  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  const value = usable.reduce((sum, each) => sum + each.value * each.weight, 0) / total;
  return { value, reason: null, used, missing, convention };
}

/**
 * The same average by each of the four conventions, so that a reader sees what switching does. The convention given
 * comes first.
 */
export function effectOfSwitching(
  rates: readonly MemberRate[],
  given: AverageConvention,
): readonly MemberAverage[] {
  const { subject, includesSelf, weighting } = given;
  const other: Weighting = weighting === 'unweighted' ? 'population' : 'unweighted';
  return [
    averageOfMembers(rates, given),
    averageOfMembers(rates, { subject, includesSelf: !includesSelf, weighting }),
    averageOfMembers(rates, { subject, includesSelf, weighting: other }),
    averageOfMembers(rates, { subject, includesSelf: !includesSelf, weighting: other }),
  ];
}

function isNumber(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}

function nothing(reason: string, missing: readonly string[], convention: AverageConvention): MemberAverage {
  return { value: null, reason, used: [], missing, convention };
}
