import type { Area } from '../../../areas/index.ts';
import { formatFigure, formatValue, type BoroughMapInput } from '../../../charts/index.ts';
import {
  areaInWords,
  MeasureBoard,
  spanInWords,
  summarisedMeasures,
  type MeasureSummary,
} from '../../../evidence/index.ts';
import { CATALOGUE_DIR } from '../../../foundation/catalogue-dir.ts';
import { byTheme, loadThemes, type Themed } from '../../../measures/index.ts';
import type { WebServices } from '../../services.ts';
import { groupsOf, type Groups } from '../measure/groups.ts';
import { measureRow, type MeasureRow } from '../measures/model.ts';
import { unitOf } from '../measures/words.ts';
import type { AgainstWhole, AgainstWholes } from './against-whole.ts';
import { boroughMapInput, WHOLE } from './map-input.ts';
import { boroughOutlines } from './outlines.ts';
import { placedInWords } from './placed-points.ts';

/** Everything about one area. */
export interface AreaModel {
  readonly area: Area;
  readonly areas: readonly Area[];
  readonly answer: string;
  /** Trust with its uncertainty; null where no figure is held. */
  readonly trust: string | null;
  /** What searches there were and what came of them: a line a measure. */
  readonly searches: readonly AreaLine[];
  readonly placed: string | null;
  readonly map: Omit<BoroughMapInput, 'id' | 'width'> | null;
  readonly wards: Groups | null;
  /** Measures with a figure, by theme. */
  readonly themes: readonly Themed<AreaLine>[];
  /** Measures without one. */
  readonly without: readonly MeasureRow[];
}

/** A measure in the area, and against London (for a borough) where that can be said. */
export interface AreaLine {
  readonly row: MeasureRow;
  readonly against: AgainstWhole | null;
}

const ON_THE_MAP = [
  'recorded-crime-rate',
  'trust',
  'stop-and-search-rate',
  'homicide-rate',
  'recorded-crime',
];
const COMPLETENESS = /^completeness-/;

/** Gathers the page of an area. How well things are recorded (completeness) has a page of its own. */
export async function areaModel(
  services: WebServices,
  wholes: AgainstWholes,
  area: Area,
): Promise<AreaModel> {
  const { app, now } = services;
  const board = MeasureBoard.of(app);
  const measures = summarisedMeasures(app).filter(({ id }) => !COMPLETENESS.test(id));
  const [summaries, outlines] = await Promise.all([
    Promise.all(measures.map(({ id }) => board.summary(id, area.name))),
    boroughOutlines(app),
  ]);
  const against = new Map<string, AgainstWhole>();
  if (area.type === 'borough')
    for (const summary of summaries) {
      const found = await wholes.of(summary);
      if (found) against.set(summary.measure.id, found);
    }
  const line = (row: MeasureRow): AreaLine => ({ row, against: against.get(row.id) ?? null });
  const releases = new Map(app.lake.releases().map((release) => [release.release, release]));
  const illustrative = app.workspace.kind === 'illustrative';
  const rows = summaries.map((summary) => measureRow(summary, { releases, now: now(), illustrative }));
  const shown = byTheme(loadThemes(CATALOGUE_DIR), rows, ({ id }) => id);
  const isLondon = area.type === 'borough' || app.areas.membersOf(area.name, 'borough').length > 0;
  const force = area.type === 'force' ? area : app.areas.require(WHOLE);
  return {
    area,
    areas: [...app.areas.list('borough'), ...app.areas.list('force')],
    answer: answerOf(area, summaries, against),
    trust: trustOf(area, summaries, against.get('trust')),
    searches: rows
      .filter(({ id, held }) => held !== null && /^(stop-and-search|section-60)/.test(id))
      .map(line),
    placed: isLondon ? placedInWords(app.lake.releases(), force.slug) : null,
    map: isLondon ? await firstMap(services, area, outlines) : null,
    wards: await wardsOf(services, area),
    themes: shown
      .map(({ title, things }) => ({ title, things: things.filter(({ held }) => held !== null).map(line) }))
      .filter(({ things }) => things.length > 0),
    without: rows.filter(({ held }) => held === null),
  };
}

async function firstMap(
  { app }: WebServices,
  area: Area,
  outlines: Awaited<ReturnType<typeof boroughOutlines>>,
): Promise<AreaModel['map']> {
  const marked = area.type === 'borough' ? area.name : null;
  for (const id of ON_THE_MAP) {
    const measure = app.measures.get(id);
    if (!measure) continue;
    const map = await boroughMapInput(app, measure, outlines, marked, app.workspace.kind === 'illustrative');
    if (map !== null && (marked === null || map.areas.some(({ name }) => name === marked))) return map;
  }
  return null;
}

async function wardsOf({ app }: WebServices, area: Area): Promise<Groups | null> {
  const measure = app.measures.get('stop-and-search');
  if (area.type !== 'borough' || !measure) return null;
  const groups = await groupsOf(app, measure, area.name, 'ward');
  return groups && groups.rows.some(({ group }) => group !== 'Not placed') ? groups : null;
}

function answerOf(
  area: Area,
  summaries: readonly MeasureSummary[],
  against: ReadonlyMap<string, AgainstWhole>,
): string {
  const held = summaries.filter((each) => each.held !== null);
  const where = areaInWords(area.name);
  if (held.length === 0) return `No figure is held for ${where} yet: the list below says what would fill it.`;
  const changed = held.filter(
    ({ held: each }) => each?.change.verdict === 'higher' || each?.change.verdict === 'lower',
  );
  const change = `${changed.length} of ${held.length} measures held for ${where} changed beyond chance on a year before`;
  if (area.type !== 'borough') return `${change}.`;
  const all = [...against.values()];
  const count = (verdict: AgainstWhole['verdict']): number =>
    all.filter((each) => each.verdict === verdict).length;
  const crime = against.get('recorded-crime');
  const lead = crime
    ? `${area.name} has ${crime.amount.toFixed(2)} times London's recorded crime per resident (${spanInWords(crime.area.from, crime.area.to)})`
    : null;
  const told =
    all.length === 0
      ? null
      : `of ${all.length} measures that can be compared ${count('above')} stand above London, ${count('below')} below and ${count('not told') + count('unknown')} cannot be told from it`;
  const parts = [lead, told].filter((part) => part !== null);
  return parts.length === 0
    ? `${change}.`
    : `${parts.join('; ').replace(/^o/, 'O')}; ${change.replace(` held for ${where}`, ' held')}.`;
}

function trustOf(
  area: Area,
  summaries: readonly MeasureSummary[],
  against: AgainstWhole | undefined,
): string | null {
  const trust = summaries.find(({ measure }) => measure.id === 'trust');
  const latest = trust?.held?.latest;
  if (!trust || !latest) return null;
  const unit = unitOf(trust.measure);
  const interval =
    latest.lower === null || latest.upper === null
      ? ' No margin of error is published'
      : ` The 95% interval is ${formatFigure(latest.lower, unit)} to ${formatFigure(latest.upper, unit)}`;
  const assumed = latest.flags.includes('e')
    ? ', on an assumed sample, since the publisher gives no base.'
    : '.';
  const beside =
    !against || against.whole.value === null
      ? ''
      : against.verdict === 'not told' || against.verdict === 'unknown'
        ? ` That cannot be told from London's ${formatFigure(against.whole.value, unit)}.`
        : ` That is ${against.verdict} London's ${formatFigure(against.whole.value, unit)}.`;
  return `${formatValue(latest.value, unit)} of those asked in ${areaInWords(area.name)} trust the Metropolitan Police (${spanInWords(latest.from, latest.to)}).${interval}${assumed}${beside}`;
}
