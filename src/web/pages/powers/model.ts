import { formatFigure, type ProfileBarsInput } from '../../../charts/index.ts';
import { areaInWords, spanInWords, type EvidenceContext } from '../../../evidence/index.ts';
import { addMonths, startOfMonth, type IsoDate } from '../../../foundation/iso-date.ts';
import { listOf } from '../../../foundation/list-of.ts';
import { completenessOf, type Measure } from '../../../measures/index.ts';
import type { WebServices } from '../../services.ts';
import { setModel } from '../completeness/model.ts';
import { frameOf } from '../frame.ts';
import { measureHref, wouldFill } from '../measures/model.ts';
import { changeText, unitOf } from '../measures/words.ts';
import { answerOf, profileTitle, ratiosAnswer } from './answer.ts';
import { disparityOf, type Disparity } from './disparity.ts';
import { outcomeOf, type Outcome } from './outcomes.ts';
import { POWERS, type Power } from './power.ts';
import { residentsOf, type Residents } from './residents.ts';
import { yearBefore, yearCounts, type YearCounts } from './year-counts.ts';
import { observationsOf, yearOf } from './year-of.ts';

/** What the powers page shows. */
export interface PowersModel {
  readonly area: string;
  readonly areas: readonly string[];
  readonly answer: string;
  readonly powers: readonly PowerModel[];
  /** Whether residents by ethnicity are held for the area; without them nothing can be divided. */
  readonly residents: boolean;
}

export interface PowerModel {
  readonly power: Power;
  readonly held: HeldPower | null;
  /** What would fill it, when nothing is held. */
  readonly missing: string | null;
}

export interface HeldPower {
  readonly measure: Measure;
  readonly href: string;
  readonly answer: string;
  /** Latest year of the count. */
  readonly year: YearCounts;
  readonly what: readonly Split[];
  readonly noPerson: number | null;
  readonly disparity: Disparity | null;
  readonly profile: Omit<ProfileBarsInput, 'id' | 'width'> | null;
  readonly outcomes: readonly Outcome[];
  readonly also: readonly AlsoRow[];
  /** Ids of outcomes and others of which nothing is held, with what would fill them. */
  readonly gaps: readonly string[];
  /** "Ethnicity … is missing in 29.4% of …" */
  readonly completeness: string | null;
}

/** A measure split: its groups over the latest year, the largest first. */
export interface Split {
  readonly title: string;
  readonly span: string;
  readonly rows: readonly { readonly group: string; readonly count: number; readonly share: number }[];
  readonly notShown: number;
}

export interface AlsoRow {
  readonly title: string;
  readonly href: string;
  readonly span: string;
  readonly figure: string;
  readonly change: string | null;
}

const MOST_GROUPS = 6;

/** Gathers the page for an area. */
export async function powersModel(services: WebServices, area: string): Promise<PowersModel> {
  const { app } = services;
  const own = app.areas.membersOf(area, 'borough').map(({ name }) => name);
  const boroughs = own.length > 0 ? own : app.areas.require(area).type === 'borough' ? [area] : [];
  const censuses = await residentsOf(app.lake, boroughs);
  const powers: PowerModel[] = [];
  for (const power of POWERS) powers.push(await powerModel(services, power, area, boroughs, censuses));
  return {
    area,
    areas: [...app.areas.list('force'), ...app.areas.list('borough')].map(({ name }) => name),
    answer: pageAnswer(area, powers),
    powers,
    residents: censuses.length > 0,
  };
}

async function powerModel(
  { app }: WebServices,
  power: Power,
  area: string,
  boroughs: readonly string[],
  censuses: readonly Residents[],
): Promise<PowerModel> {
  const measure = app.measures.get(power.count);
  const whole = await observationsOf(app, power.count, [area]);
  const year = yearCounts(whole);
  if (measure === null || year === null)
    return {
      power,
      held: null,
      missing: measure === null ? 'The catalogue has no measure of it.' : wouldFill(measure),
    };
  // Three years back are enough for the latest year and the one before; older rows need not be read.
  const from = addMonths(startOfMonth(year.to as IsoDate), -36);
  const disparity = await disparityOf(app, power, area, boroughs, censuses, from);
  const { outcomes, gaps } = await outcomesOf(app, power, area, disparity, from);
  const also = await alsoOf(app, power, area);
  const noPerson =
    power.noPerson === undefined
      ? null
      : ((await yearOf(app, power.count, [area], power.noPerson.split, from))?.rows.find(
          ({ group }) => group === power.noPerson?.group,
        )?.events ?? null);
  const { illustrative } = frameOf(app);
  const completeness =
    power.set === null ? null : setModel(await completenessOf(app, power.set, { area, from }), illustrative);
  const before = yearBefore(whole, year);
  const answer = answerOf({ measure, year, before, disparity, outcome: outcomes[0] ?? null, power });
  return {
    power,
    missing: null,
    held: {
      measure,
      href: measureHref(measure.id, area),
      answer,
      year,
      what: await splitsOf(app, power, area, from),
      noPerson,
      disparity,
      profile:
        disparity === null
          ? null
          : {
              ...disparity.profile,
              title: profileTitle(disparity),
              subtitle: `Share of ${power.people.noun} and of residents by ethnicity${disparity.as === 'officer' ? ' as the officer saw it' : ''}, ${areaInWords(area)}, ${disparity.span}`,
              illustrative,
            },
      outcomes,
      also: also.rows,
      gaps: [...gaps, ...also.gaps],
      completeness: completeness?.sentence ?? null,
    },
  };
}

async function outcomesOf(
  context: EvidenceContext,
  { outcomes, people }: Power,
  area: string,
  disparity: Disparity | null,
  from: IsoDate,
): Promise<{ outcomes: readonly Outcome[]; gaps: readonly string[] }> {
  const split = people.self ?? people.officer;
  const found: Outcome[] = [];
  const gaps: string[] = [];
  for (const id of outcomes) {
    const measure = context.measures.get(id);
    if (measure === null || split === undefined) continue;
    const year = await yearOf(context, id, [area], split, from);
    const boroughs = [...new Set(disparity?.byBorough?.rows.map((row) => row.area))];
    const places =
      year === null || boroughs.length < 2 ? null : await yearOf(context, id, boroughs, split, from);
    const outcome = year === null ? null : outcomeOf(measure, year, places?.rows ?? []);
    if (outcome === null)
      gaps.push(`${measure.title}: no figures by ethnicity are held. ${wouldFill(measure)}`);
    else found.push(outcome);
  }
  return { outcomes: found, gaps };
}

async function alsoOf(
  context: EvidenceContext,
  { also }: Power,
  area: string,
): Promise<{ rows: readonly AlsoRow[]; gaps: readonly string[] }> {
  const rows: AlsoRow[] = [];
  const gaps: string[] = [];
  for (const id of also) {
    const measure = context.measures.get(id);
    if (measure === null) continue;
    const observations = await observationsOf(context, id, [area]);
    const year = yearCounts(observations);
    const now = year === null ? null : valueOf(year);
    if (year === null || now === null) {
      gaps.push(`${measure.title}: nothing is held. ${wouldFill(measure)}`);
      continue;
    }
    const before = yearBefore(observations, year);
    const then = before === null ? null : valueOf(before);
    const share = measure.kind === 'proportion';
    rows.push({
      title: measure.title,
      href: measureHref(id, area),
      span: spanInWords(year.from, year.to),
      figure: formatFigure(now, unitOf(measure)),
      change:
        then === null || (then === 0 && !share)
          ? null
          : changeText(share ? now - then : now / then - 1, share ? 'points' : 'fraction'),
    });
  }
  return { rows, gaps };
}

/** The count of a year, or its share. */
function valueOf({ rows }: YearCounts): number | null {
  const [row] = rows;
  if (row === undefined) return null;
  if (row.of === null) return row.events;
  return row.of === 0 ? null : row.events / row.of;
}

async function splitsOf(
  context: EvidenceContext,
  { what }: Power,
  area: string,
  from: IsoDate,
): Promise<readonly Split[]> {
  const measure = context.measures.get(what.measure);
  const found: Split[] = [];
  for (const by of what.splits) {
    const year = measure === null ? null : await yearOf(context, what.measure, [area], by, from);
    if (measure === null || year === null) continue;
    const counted = year.rows.filter(({ group, events }) => group !== null && events > 0);
    const total = counted.reduce((sum, { events }) => sum + events, 0);
    if (total === 0) continue;
    const rows = counted
      .map(({ group, events }) => ({ group: group ?? '', count: events, share: events / total }))
      .toSorted((a, b) => b.count - a.count || a.group.localeCompare(b.group));
    found.push({
      title: `${measure.title} by ${by.replaceAll('-', ' ')}`,
      span: spanInWords(year.from, year.to),
      rows: rows.slice(0, MOST_GROUPS),
      notShown: Math.max(0, rows.length - MOST_GROUPS),
    });
  }
  return found;
}

function pageAnswer(area: string, powers: readonly PowerModel[]): string {
  const where = areaInWords(area);
  const held = powers.flatMap(({ power, held: own }) => (own === null ? [] : [{ power, held: own }]));
  const [first] = held;
  if (first === undefined)
    return `No figures of any police power are held for ${where}: each part below says what would fill it.`;
  const empty = powers
    .filter((each) => each.held === null)
    .map(({ power }) => power.title.replace(/:.*$/, '').toLowerCase());
  const gaps = empty.length === 0 ? '' : ` Nothing is held of ${listOf(empty)}.`;
  const ratios = ratiosAnswer(
    where,
    held.flatMap(({ power, held: { disparity } }) => (disparity === null ? [] : [{ power, disparity }])),
  );
  return `${ratios ?? first.held.answer}${gaps}`;
}
