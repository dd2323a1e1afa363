import { addDays, monthsBetween, parts, startOfMonth, type IsoDate } from '../foundation/iso-date.ts';
import { byarInterval, wilsonInterval } from '../statistics/index.ts';
import { flagsOf } from './marks.ts';
import type { AssumedBase, Measure } from './measure.ts';
import type { Flag } from './observation.ts';
import type { Point } from './point.ts';
import type { Populations } from './populations.ts';

/** Those whom a rate is divided by. */
export type People = Pick<Populations, 'of'>;

/** A point as a number with its interval. */
export interface Estimate {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly flags: readonly Flag[];
  /** Releases used beside the point's own (the population's). */
  readonly releases: readonly string[];
}

/**
 * Turns a point into the measure's number. A count has no sampling error and so no interval. A rate has Byar's
 * interval (events as a Poisson count), a share of records Wilson's. A survey's share has the interval of its published standard error, or Wilson's on its base; where
 * no base is published, on the planned sample divided by an assumed design effect, and flagged as estimated.
 */
export function estimate(
  measure: Measure,
  point: Point,
  areaType: string,
  populations: People | null,
): Estimate {
  if (measure.kind === 'rate') return rateOf(measure, point, populations);
  if (measure.kind === 'proportion') return shareOf(measure, point, areaType);
  if (measure.kind === 'mean') return meanOf(point);
  return { ...nothing(point), value: point.value ?? point.numerator };
}

/** A published mean, or the sum of what was measured over how many. It has no interval: how much the single values vary is not known. */
function meanOf(point: Point): Estimate {
  const { numerator, denominator } = point;
  const known = numerator !== null && denominator !== null && denominator > 0;
  return { ...nothing(point), value: known ? numerator / denominator : point.value };
}

/**
 * Events over people (or over what a published rate was divided by), times the measure's multiplier. It is worked out from
 * its parts wherever both are known, whatever multiplier the publisher chose; only a rate without parts is taken as printed.
 */
function rateOf(measure: Measure, point: Point, populations: People | null): Estimate {
  const year = middleYear(point.from, point.to);
  const population =
    point.denominator === null && measure.perPopulation ? (populations?.of(point.area, year) ?? null) : null;
  const denominator = point.denominator ?? population?.count ?? null;
  const events = point.numerator;
  if (events === null || denominator === null || denominator <= 0)
    return { ...nothing(point), value: events === null ? point.value : null };
  const interval = byarInterval(events, denominator);
  const estimated: Flag[] = population && population.year !== year ? ['e'] : [];
  return {
    value: interval.estimate * measure.per,
    numerator: events,
    denominator,
    lower: interval.lower * measure.per,
    upper: interval.upper * measure.per,
    flags: [...nothing(point).flags, ...estimated],
    releases: population ? [population.release] : [],
  };
}

function shareOf(measure: Measure, point: Point, areaType: string): Estimate {
  if (point.numerator !== null && point.denominator !== null) {
    if (point.denominator === 0) return nothing(point);
    if (point.numerator > point.denominator) return impossible(point, point.numerator / point.denominator);
    const interval = wilsonInterval(point.numerator, point.denominator);
    return { ...nothing(point), value: interval.estimate, lower: interval.lower, upper: interval.upper };
  }
  if (point.value === null) return nothing(point);
  if (point.standardError !== null) return published(point, point.value, point.standardError);
  const base = point.base ?? effectiveBase(measure.assumedBase, areaType, point);
  if (base === null) return { ...nothing(point), value: point.value };
  const interval = wilsonInterval(point.value * base, base);
  const assumed: Flag[] = point.base === null ? ['e'] : [];
  return {
    ...nothing(point),
    value: point.value,
    lower: interval.lower,
    upper: interval.upper,
    flags: [...nothing(point).flags, ...assumed],
  };
}

/** More events than there were chances of one: what was published contradicts itself, and is shown as such and without an interval. */
function impossible(point: Point, value: number): Estimate {
  const made = nothing(point);
  return { ...made, value, flags: [...made.flags, 'u'] };
}

/** A survey's estimate with the standard error that its publisher gives: 1.96 of it either way, as the publisher's own guide has it. */
function published(point: Point, value: number, error: number): Estimate {
  const reach = NORMAL_95 * error;
  return { ...nothing(point), value, lower: Math.max(0, value - reach), upper: Math.min(1, value + reach) };
}

const NORMAL_95 = 1.959964;

/** The planned yearly sample, for the months that a point covers, divided by the design effect. */
function effectiveBase(assumed: AssumedBase | null, areaType: string, { from, to }: Point): number | null {
  if (!assumed) return null;
  const yearly = areaType === 'borough' ? assumed.borough : assumed.force;
  return (
    ((yearly / assumed.designEffect) * Math.min(12, monthsBetween(startOfMonth(from), addDays(to, 1)))) / 12
  );
}

function nothing({ numerator, denominator, flag }: Point): Estimate {
  return {
    value: null,
    numerator,
    denominator,
    lower: null,
    upper: null,
    flags: flagsOf(flag),
    releases: [],
  };
}

/** The year that holds the middle of a span, whose mid-year population fits it best. */
function middleYear(from: IsoDate, to: IsoDate): number {
  const [year, month] = parts(from);
  const months = monthsBetween(from, addDays(to, 1));
  return year + Math.floor((month - 1 + months / 2) / 12);
}
