import { spcLine, type Signal, type SpcComparator, type SpcPoint } from '../../charts/index.ts';
import { attempt } from '../../evidence/attempt.ts';
import { isLeftOut, judgedRun, type JudgedRun } from '../../evidence/judged-run.ts';
import { leftOutNotes } from '../../evidence/left-out-notes.ts';
import { monthAt, monthlySeries, type MonthlySeries } from '../../evidence/monthly-series.ts';
import { areaInWords, dateInWords, monthInWords, spanInWords } from '../../evidence/words.ts';
import { monthsBetween, type IsoDate } from '../../foundation/iso-date.ts';
import type { Vintage } from '../../lake/vintages.ts';
import { seriesOf } from '../../measures/index.ts';
import { xmr, type Signal as Rule } from '../../statistics/index.ts';
import { chartUnit } from './chart-unit.ts';
import type { Picture, Pictured } from './picture.ts';
import { sourceLine } from './source-line.ts';

/** The span that a turn is looked for in, and that limits are taken from: see `evidence/trend-now.ts`. */
const WINDOW = 36;
/** The fewest months that limits can be taken from and kept. */
const FEWEST = 12;

/**
 * A monthly measure with the range that chance alone would give. A question about what came since a date shows the three
 * years before it too: their limits are carried on, so that a change of level stands out against them.
 */
export async function monthlyPicture(pictured: Pictured): Promise<Picture | null> {
  const { context, question, finding, illustrative, meeting, vintage } = pictured;
  const found = await months(pictured, vintage);
  if (!found) return null;
  const { monthly, judged } = found;
  const { measure, area, values } = monthly;
  const since = question.since === null ? null : monthsBetween(monthly.first, question.since);
  const start = Math.max(0, (since ?? values.length) - WINDOW);
  const shown = values.slice(start);
  // Limits are those of what may be judged: nothing from before a lasting break, nothing that is left out.
  const judgedFrom = Math.max(start, monthsBetween(monthly.first, judgedSince(judged, monthly)));
  const fixAfter = since === null ? 0 : Math.min(since, values.length) - judgedFrom;
  const spc = attempt(() =>
    xmr(values.slice(judgedFrom), { better: measure.direction, ...(fixAfter >= FEWEST ? { fixAfter } : {}) }),
  );
  const points: SpcPoint[] = shown.map((value, index) => {
    const point = spc?.points[start + index - judgedFrom];
    const { centre = null, lower = null, upper = null } = point ?? {};
    return {
      date: monthAt(monthly, start + index),
      value,
      signal: chartSignal(point?.signal),
      limits: centre === null || lower === null || upper === null ? null : { centre, lower, upper },
    };
  });
  const earlier = vintage.kind === 'newest' ? await asFirstPublished(pictured, found, start) : null;
  const [from, to] = [monthAt(monthly, start), monthAt(monthly, values.length - 1)];
  const notes = [
    ...(fixAfter >= FEWEST
      ? [
          `Average and limits are those of the ${fixAfter} months to ${monthInWords(monthAt(monthly, judgedFrom + fixAfter - 1))}, carried on.`,
        ]
      : []),
    ...leftOutNotes(judged, from, to),
  ];
  return ({ id, width }) =>
    spcLine({
      id,
      width,
      illustrative,
      subject: `${measure.title} in ${areaInWords(area)}`,
      unit: chartUnit(measure),
      every: 'month',
      better: measure.direction,
      title: `${measure.title}: ${title(pictured)}`,
      subtitle: `${measure.title}, ${measure.unit} a month, ${areaInWords(area)}, ${spanInWords(from, to)}`,
      source: sourceLine(context, finding.inputs),
      points,
      notes,
      breaks: context.breaks
        .for(measure.id, area, from, to)
        .filter((each) => !each.comparable && each.until === null)
        .map(({ date, reason }) => ({ date, reason })),
      ...(meeting !== undefined && meeting <= to
        ? { meeting: { date: meeting, label: `Board met ${dateInWords(meeting)}` } }
        : {}),
      ...(earlier ? { earlier } : {}),
    });
}

interface Months {
  /** Every month that may be shown; those that are left out of judgements are gaps. */
  readonly monthly: MonthlySeries;
  readonly judged: JudgedRun;
}

async function months({ context, question }: Pictured, vintage: Vintage): Promise<Months | null> {
  const measure = context.measures.require(question.measure);
  const area = context.areas.require(question.area ?? 'Metropolitan Police');
  const series = await seriesOf(context, {
    measure: measure.id,
    areas: [area.name],
    by: question.by ?? undefined,
    every: 'month',
    to: question.until ?? undefined,
    vintage,
  });
  const own = series.observations.filter((each) => question.group === null || each.group === question.group);
  const judged = judgedRun(context, measure.id, area.name, own);
  const judgedAt = new Map(judged.observations.map((each) => [each.from, each]));
  const shown = own.map(
    (each) => judgedAt.get(each.from) ?? (isLeftOut(each) ? { ...each, value: null } : each),
  );
  const monthly = monthlySeries(measure, area.name, shown);
  return monthly === null ? null : { monthly, judged };
}

/** The first month that is judged. */
function judgedSince({ since, observations }: JudgedRun, { first }: MonthlySeries): IsoDate {
  const from = observations[0]?.from;
  return since === null || from === undefined || from < first ? first : (from as IsoDate);
}

/** What was published first, where it differs from what is published now. */
async function asFirstPublished(
  pictured: Pictured,
  { monthly: newest, judged }: Months,
  start: number,
): Promise<SpcComparator | null> {
  const first = await months(pictured, { kind: 'earliest' });
  if (!first) return null;
  const now = new Map(newest.values.map((value, index) => [monthAt(newest, index), value]));
  const left = new Set(judged.observations.filter(({ value }) => value === null).map(({ from: day }) => day));
  const points = first.monthly.values
    .map((value, index) => ({ date: monthAt(first.monthly, index), value }))
    .filter(({ date }) => date >= monthAt(newest, start) && !left.has(date));
  const differs = points.some(({ date, value }) => value !== null && value !== now.get(date));
  return differs ? { name: 'first published', points } : null;
}

function title({ question, finding: { verdict, numbers } }: Pictured): string {
  if (question.since !== null) {
    const since = `since ${monthInWords(question.since)}`;
    return (
      {
        falling: `${since} it has been lower than in the same months of the year before`,
        rising: `${since} it has been higher than in the same months of the year before`,
        'no-signal': `${since} it has been much as in the same months of the year before`,
      }[verdict] ?? `${since}: too few figures to tell`
    );
  }
  const turned = numbers['turn_since'];
  const when = typeof turned === 'string' ? ` in ${monthInWords(`${turned}-01` as IsoDate)}` : '';
  return (
    {
      falling: `it turned down${when}`,
      rising: `it turned up${when}`,
      'no-signal': 'no turn that can be told from chance',
    }[verdict] ?? 'too early to tell a turn from chance'
  );
}

/** The charts mark the four rules of "plot the dots", which are all that these limits are judged by. */
function chartSignal(signal: Rule | null | undefined): Signal | null {
  return signal === undefined || signal === 'four-of-five' ? null : signal;
}
