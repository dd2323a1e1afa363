import type { MissingHeatMapInput } from '../../../charts/index.ts';
import { formatFigure } from '../../../charts/index.ts';
import { areaInWords, spanInWords } from '../../../evidence/index.ts';
import { monthsBetween, addDays } from '../../../foundation/iso-date.ts';
import { completenessOf, type Completeness } from '../../../measures/index.ts';
import { illustrativeCitation } from '../../../sources/importer/same-kind.ts';
import { SOURCES } from '../../../sources/registry.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { latestYear, monthsHeld, overSpan, type FieldYear } from './latest-year.ts';

/** What the page of what was recorded shows. */
export interface CompletenessModel {
  readonly area: string;
  readonly areas: readonly string[];
  readonly answer: string;
  readonly sets: readonly SetModel[];
  /** Sets of records of which nothing is held for the area, with what would fill them. */
  readonly empty: readonly { readonly title: string; readonly sources: string }[];
}

export interface SetModel {
  readonly id: string;
  readonly title: string;
  /** The finding in a sentence. */
  readonly sentence: string;
  /** "year to February 2023": what the table of statuses covers. */
  readonly span: string;
  readonly fields: readonly FieldYear[];
  readonly heatMap: Omit<MissingHeatMapInput, 'id' | 'width'>;
  readonly notes: readonly string[];
}

/** Gathers the page for an area. */
export async function completenessModel({ app }: WebServices, area: string): Promise<CompletenessModel> {
  const found: Completeness[] = [];
  for (const { id } of app.measures.recordSets.sets) found.push(await completenessOf(app, id, { area }));
  const { illustrative } = frameOf(app);
  const sets = found.flatMap((set) => setModel(set, illustrative) ?? []);
  const shown = new Set(sets.map(({ id }) => id));
  return {
    area,
    areas: [...app.areas.list('force'), ...app.areas.list('borough')].map(({ name }) => name),
    answer: answerOf(area, sets),
    sets,
    empty: app.measures.recordSets.sets
      .filter(({ id }) => !shown.has(id))
      .map(({ title, sources }) => ({ title, sources: sources.map(titleOf).join('; or ') })),
  };
}

/** One set of records as heat map, sentence and table; null when nothing is held of it. */
export function setModel(set: Completeness, illustrative: boolean): SetModel | null {
  const span = latestYear(set.fields);
  if (span === null) return null;
  const fields = set.fields.flatMap((field) => overSpan(field, span) ?? []);
  const leading = fields.find(({ id }) => id.includes('ethnic')) ?? fields[0];
  if (!leading) return null;
  const yearly = set.fields.some(({ periods }) =>
    periods.some(({ from, to }) => monthsBetween(from, addDays(to, 1)) >= 12),
  );
  const held = monthsHeld(set.fields, span);
  const source = SOURCES.find(({ id }) => id === set.source);
  const when = spanInWords(span.from, span.to);
  const sentence = `${leading.title} is missing in ${formatFigure(leading.notRecorded, 'proportion', 1)} of ${set.records} in ${when}`;
  return {
    id: set.set,
    title: set.title,
    sentence,
    span: when,
    fields,
    heatMap: {
      title: sentence,
      subtitle: `Share of ${set.records} in which a field says nothing, by ${yearly ? 'year' : 'month'}, ${areaInWords(set.area)}`,
      subject: `${set.title.charAt(0).toUpperCase()}${set.title.slice(1)}`,
      every: yearly ? 'year' : 'month',
      illustrative,
      source: source === undefined ? undefined : cited(source, illustrative),
      fields: set.fields.map(({ title, periods }) => ({
        name: title,
        periods: periods.map(({ from, notRecorded }) => ({ date: from, share: notRecorded })),
      })),
    },
    notes: [
      ...(!yearly && held < 12
        ? [`Records are held for ${held} of the twelve months of ${when}; the rest are gaps.`]
        : []),
      ...set.notes,
    ],
  };
}

/** Who published what is drawn: of made-up figures nobody did. */
function cited(
  source: { readonly publisher: string; readonly title: string },
  illustrative: boolean,
): string {
  const { publisher, title } = illustrative ? illustrativeCitation(source.title) : source;
  return `${publisher}: ${title}`;
}

function answerOf(area: string, sets: readonly SetModel[]): string {
  const where = areaInWords(area);
  if (sets.length === 0)
    return `No records about people are held for ${where}, so it cannot be said what of them is missing.`;
  const [first] = sets;
  const told = sets.flatMap(({ title, fields }) =>
    fields.filter(({ id }) => id.includes('ethnic')).map(({ notRecorded }) => ({ title, notRecorded })),
  );
  const worst = told.toSorted((a, b) => b.notRecorded - a.notRecorded)[0];
  if (!first || !worst || worst.title === first.title) return `In ${where}: ${lower(first?.sentence ?? '')}.`;
  return `In ${where}: ${lower(first.sentence)}; ethnicity is missing most in the records of ${worst.title} (${formatFigure(worst.notRecorded, 'proportion', 1)}).`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function titleOf(source: string): string {
  return SOURCES.find(({ id }) => id === source)?.title ?? source;
}
