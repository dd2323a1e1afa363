import { startOfMonth } from '../foundation/iso-date.ts';
import { seriesOf } from '../measures/index.ts';
import { inputsOf, noData, type EvidenceContext, type Knowledge } from './context.ts';
import type { Finding } from './finding.ts';
import { doubtCaveats } from './doubt-words.ts';
import type { Question } from './question.ts';
import { writeQuestion } from './question.ts';
import { judgedRun, type JudgedRun } from './judged-run.ts';
import { monthlySeries } from './monthly-series.ts';
import { surveyTrend } from './survey-trend.ts';
import { changeSince } from './trend-since.ts';
import { turnNow } from './trend-now.ts';
import { monthInWords, spanInWords } from './words.ts';

/**
 * Is a measure turning, or has it changed since a date? Monthly counts are judged by month; a survey's rolling
 * figures by windows that do not overlap.
 */
export async function trend(
  context: EvidenceContext,
  question: Question,
  { vintage }: Knowledge,
): Promise<Finding> {
  const measure = context.measures.require(question.measure);
  const area = context.areas.require(question.area ?? 'Metropolitan Police');
  const head = { question: writeQuestion(question), definition: measure.version };
  const survey = measure.feeds.some((feed) => feed.kind === 'table' && feed.value !== null);
  if (survey) return surveyTrend(context, measure, area, question, vintage, head);
  const series = await seriesOf(context, {
    measure: measure.id,
    areas: [area.name],
    by: question.by ?? undefined,
    every: 'month',
    to: question.until ?? undefined,
    vintage,
  });
  const own = series.observations.filter((each) => question.group === null || each.group === question.group);
  // Figures on either side of a break do not measure the same thing, and a month that an event spoiled measures nothing.
  const judged = judgedRun(context, measure.id, area.name, own);
  const monthly = monthlySeries(measure, area.name, judged.observations);
  const method = {
    ...head,
    method: 'special cause and change of level in monthly values',
    method_version: 'trend-1',
  };
  if (!monthly)
    return noData(
      method,
      `No monthly figures for ${measure.title.toLowerCase()} are held for ${area.name}${question.until === null ? '' : ` up to ${question.until}`}.`,
    );
  const found =
    question.since === null ? turnNow(monthly) : changeSince(monthly, startOfMonth(question.since));
  if ('missing' in found) return noData(method, found.missing);
  return {
    ...method,
    ...found,
    caveats: [
      ...found.caveats,
      ...leftOut(judged),
      ...doubtCaveats([...judged.doubtful, ...found.used]),
      measure.standing,
    ],
    inputs: inputsOf(context, found.used),
  };
}

/** What of a series was not judged, and why. */
function leftOut({ since, leftOut: events }: JudgedRun): string[] {
  return [
    ...(since === null ? [] : [`Nothing before ${monthInWords(since.date)} is looked at: ${since.reason}`]),
    ...events.map(({ date, until, reason }) => `Left out, ${spanInWords(date, until ?? date)}: ${reason}`),
  ];
}
