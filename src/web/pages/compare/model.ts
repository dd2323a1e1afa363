import type { RankedAreasInput, SmallMultiplesInput } from '../../../charts/index.ts';
import { periodName, rankedAreas } from '../../../charts/index.ts';
import {
  ask,
  parseQuestion,
  runOf,
  spanInWords,
  type EvidenceContext,
  type HeldSummary,
} from '../../../evidence/index.ts';
import { addMonths, startOfMonth, type IsoDate } from '../../../foundation/iso-date.ts';
import { NEWEST } from '../../../lake/vintages.ts';
import { seriesOf, type Measure, type Observation } from '../../../measures/index.ts';
import type { WebServices } from '../../services.ts';
import { frameOf } from '../frame.ts';
import { latestYear, rankedInput, referenceOf } from '../measure/boroughs.ts';
import { wouldFill } from '../measures/model.ts';
import { chartDate, everyOf, unitOf } from '../measures/words.ts';
import type { CompareRequest } from './request.ts';

/** One measure in many areas at once. */
export interface CompareModel {
  readonly request: CompareRequest;
  readonly answer: string;
  readonly caveats: readonly string[];
  readonly multiples: Omit<SmallMultiplesInput, 'id' | 'width'> | null;
  readonly ranked: Omit<RankedAreasInput, 'id' | 'width'> | null;
  /** Why there is no picture. */
  readonly missing: string | null;
  /** What is shown: the rate of a count where residents are held. */
  readonly shown: Measure;
}

const YEARS = 6;
const FEWEST = 3;

/** Gathers the comparison: boroughs of a force, or all forces that have figures. */
export async function compareModel({ app }: WebServices, request: CompareRequest): Promise<CompareModel> {
  const { measure, area } = request;
  const { illustrative } = frameOf(app);
  const names = namesOf(app, request);
  const whole = request.with === 'forces' ? 'England and Wales' : forceOf(app, area);
  const rate = measure.rate === null ? null : app.measures.require(measure.rate);
  for (const shown of rate === null ? [measure] : [rate, measure]) {
    const held = await heldOf(app, shown, names);
    if (held === null) continue;
    const series = await seriesOf(app, {
      measure: shown.id,
      areas: whole === null ? names : [...names, whole],
      from: addMonths(startOfMonth(held.latest.to as IsoDate), -12 * YEARS + 1),
      ...(held.cadence === 'month' ? { every: 'quarter' as const } : {}),
    });
    const multiples = multiplesOf(app, {
      shown,
      request,
      held,
      names,
      whole,
      illustrative,
      observations: series.observations,
    });
    if (multiples === null) continue;
    const latest = await latestYear(app, shown, names, held.cadence === 'month', held.latest.to);
    const reference = whole === null ? null : await referenceOf(app, shown, whole, held, latest);
    const ranked =
      latest.length < FEWEST
        ? null
        : rankedInput(shown, latest, {
            highlighted: names.includes(area) ? area : null,
            illustrative,
            reference,
          });
    // Evidence ranks the latest figure; months are shown here twelve together, and then the picture's own words fit.
    const finding =
      held.cadence === 'month'
        ? null
        : await ask(
            app,
            parseQuestion(
              `rank ${measure.id} --area-type ${request.with === 'forces' ? 'force' : 'borough'}`,
            ),
            { vintage: NEWEST },
          );
    const told = finding === null || finding.verdict === 'no-data' ? null : finding;
    return {
      request,
      shown,
      answer: told?.sentence ?? readingOf(ranked, latest) ?? `${multiples.title}.`,
      caveats: told?.caveats ?? ['An order of areas says nothing of why they differ.', shown.standing],
      multiples,
      ranked,
      missing: null,
    };
  }
  const missing = `Figures of ${FEWEST} ${request.with} or more are not held for ${measure.title}. ${wouldFill(measure)}`;
  return { request, shown: measure, answer: missing, caveats: [], multiples: null, ranked: null, missing };
}

function namesOf({ areas }: EvidenceContext, { area, with: kind }: CompareRequest): readonly string[] {
  if (kind === 'forces') return areas.list('force').map(({ name }) => name);
  const force = forceOf({ areas }, area);
  const boroughs = force === null ? [] : areas.membersOf(force, 'borough');
  return (boroughs.length > 0 ? boroughs : areas.list('borough')).map(({ name }) => name).toSorted();
}

/** The force that an area is, or lies in. */
function forceOf({ areas }: Pick<EvidenceContext, 'areas'>, area: string): string | null {
  if (areas.require(area).type === 'force') return area;
  return (
    areas
      .list('force')
      .find(({ name }) => areas.membersOf(name, 'borough').some((each) => each.name === area))?.name ?? null
  );
}

/** How the areas compared are published, and their latest figure: the whole may be published otherwise than its parts. */
async function heldOf(
  context: EvidenceContext,
  measure: Measure,
  names: readonly string[],
): Promise<Pick<HeldSummary, 'cadence' | 'latest'> | null> {
  const { observations } = await seriesOf(context, { measure: measure.id, areas: names });
  const held = [...Map.groupBy(observations, ({ area }) => area).values()].flatMap((own) => {
    const run = runOf(own);
    const latest = run?.observations.findLast(({ value }) => value !== null);
    return run && latest && latest.value !== null
      ? [{ cadence: run.cadence, latest: { ...latest, value: latest.value } }]
      : [];
  });
  return held.toSorted((a, b) => b.latest.to.localeCompare(a.latest.to))[0] ?? null;
}

function multiplesOf(
  context: EvidenceContext,
  {
    shown,
    request,
    held,
    names,
    whole,
    illustrative,
    observations,
  }: {
    readonly shown: Measure;
    readonly request: CompareRequest;
    readonly held: Pick<HeldSummary, 'cadence' | 'latest'>;
    readonly names: readonly string[];
    readonly whole: string | null;
    readonly illustrative: boolean;
    readonly observations: readonly Observation[];
  },
): CompareModel['multiples'] {
  const cadence = held.cadence === 'month' ? 'quarter' : held.cadence;
  const byArea = Map.groupBy(observations, ({ area }) => area);
  const pointsOf = (name: string) => {
    const own = byArea.get(name) ?? [];
    const run = held.cadence === 'month' ? own : (runOf(own)?.observations ?? []);
    return run.map(({ to, value }) => ({ date: chartDate(to, cadence), value }));
  };
  const known = names.filter((name) => pointsOf(name).some(({ value }) => value !== null));
  if (known.length < FEWEST) return null;
  // Forces without any figure would be a page of empty panels; a borough without one is worth seeing.
  const panels = (request.with === 'forces' ? known : names).map((name) => ({
    name,
    points: pointsOf(name),
    highlighted: name === request.area,
  }));
  const dates = panels
    .flatMap(({ points }) => points.flatMap(({ date, value }) => (value === null ? [] : [date])))
    .toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  const every = everyOf(cadence);
  const wholePoints = whole === null ? [] : pointsOf(whole);
  const isCount = shown.kind === 'count';
  return {
    title: titleOf(panels, last, every, request.with),
    subtitle: [
      shown.title,
      ...(shown.title.includes(shown.unit)
        ? []
        : [shown.kind === 'proportion' ? `per cent ${shown.unit}` : shown.unit]),
      `by ${every === 'rolling-12-quarterly' ? 'year, each quarter' : every}`,
    ].join(', '),
    subject: shown.title,
    unit: unitOf(shown),
    every,
    panels,
    reference:
      isCount || whole === null || wholePoints.length === 0
        ? undefined
        : { name: whole, points: wholePoints },
    scale: request.scale === 'own' ? 'free' : 'shared',
    zero: shown.kind !== 'proportion',
    breaks: context.breaks
      .for(shown.id, whole ?? request.area, first, last)
      .filter(({ comparable, until }) => !comparable && until === null)
      .map(({ date, reason }) => ({ date, reason: reason.trim() })),
    illustrative,
    notes: [
      'Higher or lower by the figures alone: small areas move much by chance.',
      ...(isCount ? ['Counts, not rates: areas differ in size.'] : []),
    ],
  };
}

/** The order in words, with the time that it is of. */
function readingOf(ranked: CompareModel['ranked'], latest: readonly Observation[]): string | null {
  const [any] = latest;
  if (ranked === null || any === undefined) return null;
  return `In ${spanInWords(any.from, any.to)}: ${rankedAreas({ ...ranked, id: 'reading' }).reading}`;
}

/** How many areas stand higher than a year before, among those with a figure for both. */
function titleOf(
  panels: readonly { readonly points: readonly { readonly date: string; readonly value: number | null }[] }[],
  last: IsoDate,
  every: NonNullable<CompareModel['multiples']>['every'],
  kind: string,
): string {
  const before = addMonths(last, -12);
  const moves = panels.flatMap(({ points }) => {
    const [now, then] = [last, before].map(
      (date) => points.find((point) => point.date === date)?.value ?? null,
    );
    return now === null || now === undefined || then === null || then === undefined
      ? []
      : [Math.sign(now - then)];
  });
  const when = periodName(last, every).replace(/^year /, 'the year ');
  if (moves.length === 0) return `${panels.length} ${kind} side by side`;
  const up = moves.filter((move) => move > 0).length;
  return `${up} of ${moves.length} ${kind} stood higher in ${when} than a year before`;
}
