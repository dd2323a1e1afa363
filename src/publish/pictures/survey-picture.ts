import { spcLine, type SpcComparator, type SpcPoint } from '../../charts/index.ts';
import { dateInWords, monthInWords } from '../../evidence/words.ts';
import { addDays, addMonths, type IsoDate } from '../../foundation/iso-date.ts';
import { seriesOf, type Observation } from '../../measures/index.ts';
import { chartUnit } from './chart-unit.ts';
import type { Picture, Pictured } from './picture.ts';
import { sourceLine } from './source-line.ts';

const FORCE = 'Metropolitan Police';

/**
 * A survey's rolling figure by windows that share no answers: those that end on the day of the latest one, a year
 * apart. Windows of neighbouring quarters share most of their answers, and a line through them would look surer than it is.
 */
export async function surveyPicture(pictured: Pictured): Promise<Picture | null> {
  const { context, question, finding, vintage, illustrative, meeting } = pictured;
  const measure = context.measures.require(question.measure);
  const area = context.areas.require(question.area ?? FORCE).name;
  const { observations } = await seriesOf(context, {
    measure: measure.id,
    areas: [...new Set([area, FORCE])],
    to: question.until ?? undefined,
    vintage,
  });
  const own = observations.filter((each) => each.area === area && each.value !== null);
  const latest = own.find((each) => each.to === finding.to) ?? own.at(-1);
  if (!latest) return null;
  const windows = yearsApart(own, latest.to);
  const force =
    area === FORCE
      ? []
      : yearsApart(
          observations.filter((each) => each.area === FORCE),
          latest.to,
        );
  const comparators: SpcComparator[] =
    force.length === 0
      ? []
      : [{ name: 'whole force', points: force.map(({ to, value }) => ({ date: startOf(to), value })) }];
  const assumed = windows.some(({ flags }) => flags.includes('e'));
  return ({ id, width }) =>
    spcLine({
      id,
      width,
      illustrative,
      subject: `${measure.title} in ${area}`,
      unit: chartUnit(measure),
      every: 'year',
      better: measure.direction,
      zero: false,
      title: `${measure.title}: ${title(finding.verdict, windows)}`,
      subtitle: `${measure.title}, ${area}, twelve months to ${monthInWords(latest.to).replace(/ \d+$/, '')} of each year`,
      source: sourceLine(context, finding.inputs),
      points: windows.map(point),
      comparators,
      intervalName: assumed ? '95% interval, planned sample assumed' : '95% interval',
      ...(meeting !== undefined && meeting <= latest.to
        ? { meeting: { date: meeting, label: `Board met ${dateInWords(meeting)}` } }
        : {}),
    });
}

/** The windows that end on the same day of each year, oldest first. */
function yearsApart(observations: readonly Observation[], to: string): Observation[] {
  return observations.filter((each) => each.to.slice(5, 7) === to.slice(5, 7) && each.to <= to);
}

function point({ to, value, lower, upper }: Observation): SpcPoint {
  return {
    date: startOf(to),
    value,
    ...(lower === null || upper === null ? {} : { interval: { lower, upper } }),
  };
}

/** First day of the twelve months that end on a day. */
function startOf(to: string): IsoDate {
  return addMonths(addDays(to as IsoDate, 1), -12);
}

function title(verdict: string, windows: readonly Observation[]): string {
  const [before, last] = windows.slice(-2);
  const percent = (value: number | null | undefined): string => `${Math.round((value ?? 0) * 100)}%`;
  const levels =
    before && last && windows.length > 1 ? `, from ${percent(before.value)} to ${percent(last.value)}` : '';
  return (
    {
      falling: `it fell over the year${levels}`,
      rising: `it rose over the year${levels}`,
      'no-signal': `the change over the year cannot be told from chance${levels}`,
    }[verdict] ?? `the year’s change has no known margin${levels}`
  );
}
