import { aboutDid } from '../../statistics/about/did.ts';
import {
  balancedPanel,
  groupTimeEffects,
  twoWayEffects,
  type Effect,
  type PanelRow,
} from '../../statistics/index.ts';
import type { Answer, Method } from '../method.ts';
import { codesOf } from '../survey-design.ts';
import type { Table } from '../table.ts';

/** Difference in differences; an empty or zero `first_treated` is a unit that is never treated. */
export const did: Method = {
  about: aboutDid,
  columns: ['unit', 'time', 'value', 'first_treated'],
  run(table, options) {
    const rows = panelRows(table);
    return options.choice('estimator', ['group-time', 'twfe']) === 'twfe' ? twoWay(rows) : groupTime(rows);
  },
};

function groupTime(rows: readonly PanelRow[]): Answer {
  const panel = balancedPanel(rows);
  const found = groupTimeEffects(panel);
  return {
    att: found.simple.estimate,
    standard_error: found.simple.standardError,
    event: found.event.map(({ since, ...effect }) => Object.assign({ since }, answer(effect))),
    groups: found.groups.map(({ group, ...effect }) => Object.assign({ group }, answer(effect))),
    group_time: found.effects.map(({ group, time, ...effect }) =>
      Object.assign({ group, time }, answer(effect)),
    ),
    att_by_group: answer(found.byGroup),
    att_dynamic: answer(found.dynamic),
    controls: found.controls,
    units: panel.units.length,
    units_dropped: panel.dropped,
  };
}

function twoWay(rows: readonly PanelRow[]): Answer {
  const times = [...new Set(rows.map(({ time }) => time))].sort((a, b) => a - b);
  const placeOf = new Map(times.map((time, place) => [time, place]));
  const effectsOf = twoWayEffects({
    unit: codesOf(rows.map(({ unit }) => unit)),
    time: Int32Array.from(rows, ({ time }) => placeOf.get(time) ?? 0),
    value: Float64Array.from(rows, ({ value }) => value),
  });
  const where = (is: (row: PanelRow) => boolean) => Float64Array.from(rows, (row) => (is(row) ? 1 : 0));
  const treated = ({ time, firstTreated }: PanelRow) => firstTreated !== null && time >= firstTreated;
  // Periods are counted in steps of the panel; who starts after its end is never treated in it.
  const sinceOf = ({ time, firstTreated }: PanelRow) => {
    const start = firstTreated === null ? -1 : times.findIndex((each) => each >= firstTreated);
    return start < 0 ? null : (placeOf.get(time) ?? 0) - start;
  };
  const [att] = effectsOf([where(treated)]);
  const since = distinct(rows.map(sinceOf)).filter((value) => value !== BASE);
  const event = effectsOf(since.map((value) => where((row) => sinceOf(row) === value)));
  const starts = distinct(rows.filter(treated).map(({ firstTreated }) => firstTreated));
  const groups = effectsOf(starts.map((start) => where((row) => row.firstTreated === start && treated(row))));
  return {
    att: att?.estimate ?? null,
    standard_error: att?.standardError ?? null,
    event: since.map((value, k) => Object.assign({ since: value }, answer(event[k] ?? null))),
    groups: starts.map((group, k) => Object.assign({ group }, answer(groups[k] ?? null))),
  };
}

/** The period before treatment, with which the others are compared. */
const BASE = -1;

function distinct(values: readonly (number | null)[]): number[] {
  return [...new Set(values)].filter((value): value is number => value !== null).sort((a, b) => a - b);
}

function answer(effect: Effect | null) {
  return { estimate: effect?.estimate ?? null, standard_error: effect?.standardError ?? null };
}

function panelRows(table: Table): PanelRow[] {
  const units = table.text('unit');
  const times = table.numbers('time');
  const values = table.numbersOrGaps('value');
  const first = table.numbersOrGaps('first_treated');
  return units.flatMap((unit, row) => {
    const value = values[row] ?? null;
    return value === null ? [] : [{ unit, time: times[row] ?? 0, value, firstTreated: first[row] || null }];
  });
}
