import type { SparkLineInput } from '../../../charts/index.ts';
import { shortPeriodName } from '../../../charts/index.ts';
import { runOf, type EvidenceContext } from '../../../evidence/index.ts';
import { addDays, addMonths, startOfMonth, type IsoDate } from '../../../foundation/iso-date.ts';
import { seriesOf, splitsOf, type Measure, type Observation } from '../../../measures/index.ts';
import { wilsonInterval } from '../../../statistics/index.ts';
import { chartDate, unitOf } from '../measures/words.ts';

/** More groups than these are not shown one by one. */
const MOST_GROUPS = 20;
const SPARK = 36;

/** A measure split by a column: a line a group, the largest first. */
export interface Groups {
  readonly by: string;
  /** Columns to choose from. */
  readonly choices: readonly string[];
  /** "year to Mar 2023": what the figures cover. */
  readonly period: string;
  readonly yearBefore: string;
  readonly rows: readonly GroupRow[];
  readonly notShown: number;
  /** Whether shares of the total can be given: only counts add up. */
  readonly shares: boolean;
}

export interface GroupRow {
  readonly group: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Share of all groups together, for counts. */
  readonly share: number | null;
  readonly before: number | null;
  readonly spark: SparkLineInput;
}

/** The latest year of a measure by group, with the year before; null when nothing is held by group. */
export async function groupsOf(
  context: EvidenceContext,
  measure: Measure,
  area: string,
  asked: string | null,
): Promise<Groups | null> {
  const choices = splitsOf(measure);
  for (const by of asked === null ? choices : [asked]) {
    const { observations } = await seriesOf(context, { measure: measure.id, areas: [area], by });
    const groups = groupRows(measure, observations, context.lake.workspace.kind === 'illustrative');
    if (groups !== null) return { by, choices, ...groups };
  }
  return null;
}

function groupRows(
  measure: Measure,
  observations: readonly Observation[],
  illustrative: boolean,
): Omit<Groups, 'by' | 'choices'> | null {
  const runs = [...Map.groupBy(observations, ({ group }) => group ?? '')].flatMap(([group, own]) => {
    const run = group === '' ? null : runOf(own, group);
    return run === null ? [] : [{ group, run }];
  });
  const [first] = runs;
  if (!first) return null;
  const { cadence } = first.run;
  const last = runs.flatMap(({ run }) => run.observations).reduce((max, { to }) => (to > max ? to : max), '');
  const ends = cadence === 'month' ? monthsHeld(runs[0]?.run.observations ?? [], last) : [last];
  const endsBefore = ends.map(yearEarlier);
  const rows = runs.flatMap(({ group, run }) => {
    const now = together(measure, run.observations, ends);
    if (now === null) return [];
    const before = together(measure, run.observations, endsBefore)?.value ?? null;
    return [
      {
        group,
        ...now,
        before,
        spark: { ...spark(measure, group, run.observations, last, cadence), illustrative },
      },
    ];
  });
  if (rows.length === 0) return null;
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const shares = measure.kind === 'count' && total > 0;
  const every = cadence === 'month' ? 'rolling-12' : cadence === 'rolling' ? 'rolling-12-quarterly' : cadence;
  const name = (to: string): string =>
    (ends.length > 1 && ends.length < 12 ? `${ends.length} months held of the ` : '') +
    shortPeriodName(cadence === 'month' ? startOfMonth(to as IsoDate) : chartDate(to, cadence), every);
  return {
    period: name(last),
    yearBefore: name(yearEarlier(last)),
    rows: rows
      .map((row) => ({ ...row, share: shares ? row.value / total : null }))
      .toSorted((a, b) => b.value - a.value || a.group.localeCompare(b.group))
      .slice(0, MOST_GROUPS),
    notShown: Math.max(0, rows.length - MOST_GROUPS),
    shares,
  };
}

/** Last days of the months that are held among the twelve to a day. */
function monthsHeld(observations: readonly Observation[], last: string): string[] {
  const from = addMonths(startOfMonth(last as IsoDate), -11);
  return observations
    .filter((each) => each.from >= from && each.to <= last && each.value !== null)
    .map(({ to }) => to);
}

function yearEarlier(day: string): string {
  return addDays(addMonths(startOfMonth(addDays(day as IsoDate, 1)), -12), -1);
}

/** The periods that end on some days, taken together; null when one of them is not held, or they do not add up. */
function together(
  { kind, per }: Measure,
  observations: readonly Observation[],
  ends: readonly string[],
): Pick<GroupRow, 'value' | 'lower' | 'upper'> | null {
  const wanted = new Set(ends);
  const found = observations.filter(({ to, value }) => wanted.has(to) && value !== null);
  const [first] = found;
  if (first === undefined || found.length < wanted.size) return null;
  if (found.length === 1) return { value: first.value ?? 0, lower: first.lower, upper: first.upper };
  const sum = (of: (each: Observation) => number | null): number =>
    found.reduce((total, each) => total + (of(each) ?? 0), 0);
  if (kind === 'count') return { value: sum(({ value }) => value), lower: null, upper: null };
  const [top, bottom] = [sum(({ numerator }) => numerator), sum(({ denominator }) => denominator)];
  if (bottom === 0) return null;
  if (kind !== 'proportion') return { value: (top / bottom) * per, lower: null, upper: null };
  const { lower, upper } = wilsonInterval(top, bottom);
  return { value: top / bottom, lower, upper };
}

function spark(
  measure: Measure,
  group: string,
  observations: readonly Observation[],
  last: string,
  cadence: 'month' | 'quarter' | 'year' | 'rolling',
): Omit<SparkLineInput, 'illustrative'> {
  const step = cadence === 'month' ? 1 : cadence === 'year' ? 12 : 3;
  const values = new Map(observations.map(({ to, value }) => [startOfMonth(to as IsoDate), value]));
  const months = Array.from({ length: SPARK }, (_, index) =>
    addMonths(startOfMonth(last as IsoDate), (index - SPARK + 1) * step),
  );
  const begin = Math.max(
    0,
    months.findIndex((month) => values.has(month)),
  );
  const kept = months.slice(begin);
  return {
    id: `group-${group}`,
    subject: `${measure.title}, ${group}`,
    unit: unitOf(measure),
    every: cadence === 'rolling' ? 'rolling-12-quarterly' : cadence,
    from: chartDate(kept[0] ?? last, cadence),
    values: kept.map((month) => values.get(month) ?? null),
    width: 108,
  };
}
