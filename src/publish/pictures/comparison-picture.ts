import { comparisonDots, type ComparedArea, type ComparedAverage } from '../../charts/index.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { areaInWords, spanInWords } from '../../evidence/words.ts';
import { seriesOf, type Measure, type Observation } from '../../measures/index.ts';
import { chartUnit } from './chart-unit.ts';
import type { Picture, Pictured } from './picture.ts';
import { sourceLine } from './source-line.ts';

const UNCONFIRMED = 'The group of similar forces is not confirmed: no published list is held here.';

/** One area beside the forces and the average it is compared with. Null where there is nothing to set side by side. */
export async function comparisonPicture(pictured: Pictured): Promise<Picture | null> {
  const { context, question, finding, vintage, illustrative } = pictured;
  const own = context.measures.require(question.measure);
  const measure = own.rate === null ? own : context.measures.require(own.rate);
  const subject = context.areas.require(question.area ?? 'Metropolitan Police').name;
  const { from, to, numbers } = finding;
  if (from === null || to === null || typeof numbers['comparator'] !== 'number') return null;
  const on = question.until ?? ('2100-01-01' as IsoDate);
  const comparator = context.comparators.for(subject, question.with, on);
  const similar = context.comparators.for(subject, 'most-similar', on);
  const members = comparator.kind === 'baseline' ? [] : comparator.members;
  const series = await seriesOf(context, {
    measure: measure.id,
    areas: [...new Set([subject, ...members])],
    from: from as IsoDate,
    to: to as IsoDate,
    vintage,
    // The area's own figure is then of the twelve months to the latest month.
    ...(comparator.kind === 'baseline' ? { every: 'rolling-12' } : {}),
  });
  const same = series.observations.filter((each) => each.from === from && each.to === to);
  const all = same.map((each) => compared(each, subject, similar.members));
  const areas = pictured.brief === true ? mattering(all) : all;
  const unconfirmed = similar.status === 'unconfirmed' && areas.some(({ role }) => role === 'similar');
  const average: ComparedAverage = {
    name: averageName(comparator.kind, comparator.publishedAs, comparator.label),
    value: numbers['comparator'],
    kind: comparator.kind === 'most-similar' ? 'similar' : comparator.kind,
    unconfirmed: comparator.status === 'unconfirmed',
  };
  return ({ id, width }) =>
    comparisonDots({
      id,
      width,
      illustrative,
      subject: measure.title,
      unit: chartUnit(measure),
      title: title(own, subject, finding.verdict, average.name),
      subtitle: `${measure.title}, ${spanInWords(from, to)}`,
      source: sourceLine(context, finding.inputs),
      intervalName: '95% interval',
      areas,
      averages: [average],
      notes: areas.length < all.length ? [leftOut(all.length - areas.length)] : [],
      ...(unconfirmed ? { unconfirmed: UNCONFIRMED } : {}),
    });
}

function compared(each: Observation, subject: string, similar: readonly string[]): ComparedArea {
  const { area, value, lower, upper } = each;
  const role = area === subject ? 'subject' : similar.includes(area) ? 'similar' : 'other';
  return { name: area, value, lower, upper, role };
}

/** No more areas above the subject than this are drawn in a brief picture. */
const FEW = 3;

/** The subject, the areas most like it, and those above it where they are few enough to be exceptions. */
function mattering(areas: readonly ComparedArea[]): readonly ComparedArea[] {
  const own = areas.find(({ role }) => role === 'subject')?.value ?? null;
  const above = areas.filter(({ value }) => own !== null && value !== null && value > own);
  const exceptions = new Set(above.length <= FEW ? above : []);
  return areas.filter((area) => area.role !== 'other' || exceptions.has(area));
}

function leftOut(count: number): string {
  return `${count} other forces were compared and are not drawn.`;
}

function averageName(kind: string, publishedAs: string | null, label: string): string {
  if (kind === 'national' && publishedAs !== null) return publishedAs;
  return kind === 'most-similar' ? 'average of similar forces' : label;
}

function title(measure: Measure, subject: string, verdict: string, average: string): string {
  const stood = { above: 'stood above', below: 'stood below' }[verdict] ?? 'was not told apart from';
  return `${measure.title} in ${areaInWords(subject)} ${stood} ${average === 'England and Wales' ? average : `the ${lowerFirst(average)}`}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
