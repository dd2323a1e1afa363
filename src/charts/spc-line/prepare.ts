import { addMonths, parseIsoDate } from '../../foundation/iso-date.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { monthNumber } from '../drawing/time-axis.ts';
import { measurable } from '../words/measurable.ts';
import { monthsApart } from '../words/period.ts';
import { cannotBeNegative } from '../words/unit.ts';
import { variationOf } from '../words/variation.ts';
import type { Side, Signal, Variation } from '../words/variation.ts';
import type { SpcComparator, SpcLimits, SpcLineInput } from './input.ts';

/** A point made safe to draw: value and limits are finite or null, and its place in time is known. */
export interface PreparedPoint {
  readonly date: IsoDate;
  /** Start and middle of the period, in months. */
  readonly start: number;
  readonly middle: number;
  readonly value: number | null;
  readonly limits: SpcLimits | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly signal: Signal | null;
  readonly side: Side;
  readonly variation: Variation;
  readonly provisional: boolean;
}

/** A rule across the plot. */
export interface Rule {
  readonly date: IsoDate;
  readonly at: number;
  readonly text: string;
}

export interface PreparedLine {
  readonly name: string;
  readonly points: readonly {
    readonly date: IsoDate;
    readonly middle: number;
    readonly value: number | null;
  }[];
}

export interface PreparedSeries {
  readonly points: readonly PreparedPoint[];
  readonly breaks: readonly Rule[];
  readonly rebases: readonly Rule[];
  readonly comparators: readonly PreparedLine[];
  readonly earlier: PreparedLine | null;
  readonly target: { readonly value: number; readonly label: string } | null;
  readonly meeting: Rule | null;
  /** How many points were left out because their date could not be read. */
  readonly unreadable: number;
}

/** No more than this many missing periods are filled in between two points. */
const LONGEST_GAP = 600;

/** Sorts the points, fills missing periods with nulls, and turns whatever cannot be drawn into "not available". */
export function prepare(input: SpcLineInput): PreparedSeries {
  const length = monthsApart(input.every);
  const dated = input.points.flatMap((point) => {
    const date = parseIsoDate(point.date);
    return date === null ? [] : [{ ...point, date }];
  });
  const sorted = dated.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const possible = possibleRange(
    input,
    sorted.map(({ value }) => measurable(value)),
  );
  const points: PreparedPoint[] = [];
  sorted.forEach((point, index) => {
    const previous = points.at(-1);
    if (previous) points.push(...missingBetween(previous, monthNumber(point.date), length));
    const value = measurable(point.value);
    const limits = finiteLimits(point.limits, possible);
    const signal = value === null ? null : (point.signal ?? null);
    const side = sideOf(index, sorted, value, limits, signal);
    const start = monthNumber(point.date);
    points.push({
      date: point.date,
      start,
      middle: start + length / 2,
      value,
      limits,
      interval: value === null ? null : finiteInterval(point.interval),
      signal,
      side,
      variation: signal === null ? 'none' : variationOf(side, input.better ?? 'neither'),
      provisional: point.provisional === true,
    });
  });
  const target = measurable(input.target?.value);
  return {
    points,
    breaks: rules(input.breaks ?? []),
    rebases: rules(input.rebases ?? []),
    comparators: (input.comparators ?? []).map((line) => preparedLine(line, length)),
    earlier: input.earlier ? preparedLine(input.earlier, length) : null,
    target: target === null ? null : { value: target, label: input.target?.label ?? 'target' },
    meeting:
      rules(input.meeting ? [{ date: input.meeting.date, reason: input.meeting.label ?? '' }] : [])[0] ??
      null,
    unreadable: input.points.length - dated.length,
  };
}

function preparedLine({ name, points }: SpcComparator, length: number): PreparedLine {
  const dated = points.flatMap(({ date, value }) => {
    const iso = parseIsoDate(date);
    return iso === null
      ? []
      : [{ date: iso, middle: monthNumber(iso) + length / 2, value: measurable(value) }];
  });
  return { name, points: dated.toSorted((a, b) => a.middle - b.middle) };
}

function missingBetween(previous: PreparedPoint, start: number, length: number): PreparedPoint[] {
  const missing = Math.min(LONGEST_GAP, Math.round((start - previous.start) / length) - 1);
  return Array.from({ length: Math.max(0, missing) }, (_, index) => {
    const date = addMonths(previous.date, (index + 1) * length);
    const at = monthNumber(date);
    return {
      ...previous,
      date,
      start: at,
      middle: at + length / 2,
      value: null,
      interval: null,
      signal: null,
      variation: 'none',
      provisional: false,
    };
  });
}

/** Limits are arithmetic and may fall where no value can: below nought for a count, above one for a share. */
function possibleRange(
  { unit }: SpcLineInput,
  values: readonly (number | null)[],
): readonly [number, number] {
  const known = values.filter((value) => value !== null);
  const low = cannotBeNegative(unit) && known.every((value) => value >= 0) ? 0 : -Infinity;
  const high = unit === 'proportion' && known.every((value) => value <= 1) ? 1 : Infinity;
  return [low, high];
}

function finiteLimits(
  limits: SpcLimits | null | undefined,
  [low, high]: readonly [number, number],
): SpcLimits | null {
  const [centre, lower, upper] = [
    measurable(limits?.centre),
    measurable(limits?.lower),
    measurable(limits?.upper),
  ];
  if (centre === null || lower === null || upper === null || lower > upper) return null;
  return { centre, lower: Math.max(low, lower), upper: Math.min(high, upper) };
}

function finiteInterval(
  interval: { lower: number; upper: number } | null | undefined,
): { lower: number; upper: number } | null {
  const [lower, upper] = [measurable(interval?.lower), measurable(interval?.upper)];
  return lower === null || upper === null || lower > upper ? null : { lower, upper };
}

/** Above or below the centre; for a trend, which way it runs. */
function sideOf(
  index: number,
  points: readonly { readonly value: number | null; readonly signal?: Signal | null | undefined }[],
  value: number | null,
  limits: SpcLimits | null,
  signal: Signal | null,
): Side {
  if (value === null) return 'up';
  if (signal === 'trend') {
    const next = points[index + 1];
    const previous = measurable(points[index - 1]?.value);
    const following = next?.signal === 'trend' ? measurable(next.value) : null;
    if (following !== null && following !== value) return following > value ? 'up' : 'down';
    if (previous !== null) return value > previous ? 'up' : 'down';
  }
  return limits !== null && value < limits.centre ? 'down' : 'up';
}

function rules(given: readonly { readonly date: string; readonly reason?: string | undefined }[]): Rule[] {
  return given.flatMap(({ date, reason }) => {
    const iso = parseIsoDate(date);
    return iso === null ? [] : [{ date: iso, at: monthNumber(iso), text: reason ?? '' }];
  });
}
