import { monthsBetween, startOfMonth, addDays } from '../foundation/iso-date.ts';
import type { Every, Period } from './every.ts';
import { periodsBetween } from './every.ts';
import type { Point } from './point.ts';
import { seriesKey } from './point.ts';

/** A point cut to a period; `complete` is false when some of the period's months are missing. */
export interface PeriodPoint extends Point {
  readonly period: Period;
  readonly complete: boolean;
}

/** Whether every point is one whole month, so that points can be added up to longer periods. */
export function isMonthly(points: readonly Point[]): boolean {
  return points.every(
    ({ from, to }) => startOfMonth(from) === from && monthsBetween(from, addDays(to, 1)) === 1,
  );
}

/**
 * Adds monthly counts up to quarters, years or rolling twelve months. A period with a missing month is kept, marked
 * incomplete and without a value: a sum over fewer months would look like a fall.
 */
export function aggregate(points: readonly Point[], every: Every, yearStarts: number): PeriodPoint[] {
  return [...Map.groupBy(points, seriesKey).values()].flatMap((series) => {
    const byMonth = new Map(series.map((point) => [point.from, point]));
    const months = [...byMonth.keys()].toSorted();
    const [first, last] = [months[0], months.at(-1)];
    const [sample] = series;
    if (first === undefined || last === undefined || !sample) return [];
    return periodsBetween(every, first, last, yearStarts).flatMap((period) => {
      const inside = months
        .filter((month) => month >= period.from && month <= period.to)
        .flatMap((month) => byMonth.get(month) ?? []);
      return inside.length === 0 ? [] : [addUp(sample, inside, period)];
    });
  });
}

function addUp(sample: Point, inside: readonly Point[], period: Period): PeriodPoint {
  const complete = inside.length === period.months && inside.every(({ numerator }) => numerator !== null);
  const sum = (of: (point: Point) => number | null): number | null =>
    complete && inside.every((point) => of(point) !== null)
      ? inside.reduce((total, point) => total + (of(point) ?? 0), 0)
      : null;
  return {
    ...sample,
    from: period.from,
    to: period.to,
    period,
    complete,
    value: null,
    base: null,
    standardError: null,
    flag: provisional(inside),
    numerator: sum((point) => point.numerator),
    denominator: sum((point) => point.denominator),
    releases: [...new Set(inside.flatMap((point) => point.releases))].toSorted(),
  };
}

/** What is made of a provisional figure is provisional. */
function provisional(points: readonly Point[]): string | null {
  return points.some(({ flag }) => flag?.includes('p')) ? 'p' : null;
}

/** Sums the parts of an area (forces of a nation, boroughs of London), month by month; only where every part is known. */
export function sumOfParts(area: string, points: readonly Point[], parts: number): Point[] {
  const bySpan = Map.groupBy(points, ({ group, from, to }) => `${group ?? ''}\u0000${from}\u0000${to}`);
  return [...bySpan.values()].flatMap((members) => {
    const [first] = members;
    if (!first || members.length !== parts || members.some(({ numerator }) => numerator === null)) return [];
    const sum = (of: (point: Point) => number | null): number | null =>
      members.every((point) => of(point) !== null)
        ? members.reduce((total, point) => total + (of(point) ?? 0), 0)
        : null;
    const point: Point = {
      ...first,
      area,
      value: null,
      base: null,
      standardError: null,
      flag: provisional(members),
      numerator: sum((member) => member.numerator),
      denominator: sum((member) => member.denominator),
      releases: [...new Set(members.flatMap((member) => member.releases))].toSorted(),
    };
    return [point];
  });
}
