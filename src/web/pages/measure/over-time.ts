import { shortPeriodName, type SpcLineInput, type SpcPoint } from '../../../charts/index.ts';
import {
  heldSummary,
  leftOutNotes,
  runOf,
  type EvidenceContext,
  type HeldSummary,
} from '../../../evidence/index.ts';
import { addMonths, startOfMonth, type IsoDate } from '../../../foundation/iso-date.ts';
import type { Measure, Observation } from '../../../measures/index.ts';
import { chartDate, everyOf, unitOf } from '../measures/words.ts';

/** More months than these make marks too small to read; the files hold them all. */
const MOST_MONTHS = 60;

export interface OverTime {
  readonly measure: Measure;
  readonly area: string;
  readonly observations: readonly Observation[];
  /** The same as first published, where another release once said otherwise. */
  readonly first: readonly Observation[];
  /** The day of the board's latest meeting. */
  readonly meeting: string | null;
  readonly title: string;
  readonly source: string;
  readonly illustrative: boolean;
}

/** The measure over time as a control chart, without id and width; null without figures. */
export function overTimeInput(
  context: EvidenceContext,
  { measure, area, observations, first, meeting, title, source, illustrative }: OverTime,
): Omit<SpcLineInput, 'id' | 'width'> | null {
  const held = heldSummary(context, measure, area, observations, '');
  if (!held) return null;
  const { cadence, judged } = held;
  const every = everyOf(cadence);
  const since = addMonths(startOfMonth(held.latest.to as IsoDate), 1 - MOST_MONTHS);
  const shown = held.observations.filter(({ from }) => cadence !== 'month' || from >= since);
  const dates = shown.map(({ to }) => chartDate(to, cadence));
  const earlier = changedSince(shown, runOf(first)?.observations ?? []);
  return {
    title,
    subtitle: `${measure.title}, ${subtitleUnit(measure)}, ${PER[cadence]}, ${area}, ${shortPeriodName(dates[0] ?? chartDate('2000-01-31', 'month'), every)} to ${shortPeriodName(dates.at(-1) ?? chartDate('2000-01-31', 'month'), every)}`,
    subject: `${measure.title} in ${area}`,
    unit: unitOf(measure),
    every,
    better: measure.direction,
    zero: measure.kind !== 'proportion',
    illustrative,
    source,
    points: points(held, shown),
    ...(measure.kind === 'count' ? {} : { intervalName: '95% interval' }),
    breaks: judged.met
      .filter(({ comparable, until }) => !comparable && until === null)
      .map(({ date, reason }) => ({ date, reason: firstSentence(reason) })),
    ...(meeting === null ? {} : { meeting: { date: meeting } }),
    ...(earlier.length === 0
      ? {}
      : {
          earlier: {
            name: 'as first published',
            points: earlier.map(({ to, value }) => ({ date: chartDate(to, cadence), value })),
          },
        }),
    notes: notesOf(held, shown, cadence === 'month' ? held.observations.length - shown.length : 0),
  };
}

const PER = {
  month: 'by month',
  quarter: 'by quarter',
  year: 'by year',
  rolling: 'each point a year that ends with the quarter',
} as const;

function subtitleUnit({ kind, unit }: Measure): string {
  return kind === 'proportion' ? `per cent ${unit}` : unit;
}

/** Limits and signals stand on the points that they were worked out from, and on no others. */
function points({ cadence, judged, variation }: HeldSummary, shown: readonly Observation[]): SpcPoint[] {
  const byDay = new Map(variation?.chart.points.map((point, index) => [variation.days[index] ?? '', point]));
  return shown.map((each) => {
    const judgedPoint = byDay.get(each.to);
    const left = judged.observations.find(({ to }) => to === each.to)?.value === null;
    const { centre, lower, upper } = judgedPoint ?? { centre: null, lower: null, upper: null };
    return {
      date: chartDate(each.to, cadence),
      value: left ? null : each.value,
      limits: centre === null || lower === null || upper === null ? null : { centre, lower, upper },
      signal: drawn(judgedPoint?.signal ?? null),
      interval:
        each.lower === null || each.upper === null || cadence === 'month'
          ? null
          : { lower: each.lower, upper: each.upper },
      provisional: each.flags.includes('p'),
    };
  });
}

/** The chart draws the four "plot the dots" rules; no other rule is asked for here. */
function drawn(signal: HeldSignal): SpcPoint['signal'] {
  return signal === 'four-of-five' ? null : signal;
}

type HeldSignal = NonNullable<HeldSummary['variation']>['chart']['points'][number]['signal'];

/** A revision smaller than this share of a figure would lie on the same line. */
const WORTH_DRAWING = 0.02;

/** The points of the first publication, where any differs enough to be seen. */
function changedSince(shown: readonly Observation[], first: readonly Observation[]): readonly Observation[] {
  const now = new Map(shown.map(({ to, value }) => [to, value]));
  const releases = new Map(shown.map(({ to, release }) => [to, release]));
  const within = first.filter(
    ({ to, value, release }) => value !== null && now.has(to) && releases.get(to) !== release,
  );
  const differs = within.some(
    ({ to, value }) => Math.abs((value ?? 0) - (now.get(to) ?? 0)) > WORTH_DRAWING * Math.abs(value ?? 0),
  );
  return differs ? within : [];
}

function notesOf(
  { judged, variation, cadence }: HeldSummary,
  shown: readonly Observation[],
  before: number,
): string[] {
  const [first, last] = [shown[0]?.from ?? '', shown.at(-1)?.to ?? ''];
  return [
    ...(variation === null || variation.chart.n >= shown.length
      ? []
      : [
          `Limits are worked out from the last ${variation.chart.n} figures${judged.since === null ? '' : ' since the break'}.`,
        ]),
    ...(variation === null && cadence === 'rolling'
      ? ['Neighbouring points share nine months of answers, so no control limits are drawn.']
      : []),
    ...leftOutNotes(judged, first, last),
    ...(before > 0 ? [`${before} earlier months are in the files below.`] : []),
  ];
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}
