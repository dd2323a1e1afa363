import { aboutDid } from '../../statistics/about/did.ts';
import {
  balancedPanel,
  groupTimeEffects,
  twoWayEffect,
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
  const { estimate, standardError } = twoWayEffect({
    unit: codesOf(rows.map(({ unit }) => unit)),
    time: codesOf(rows.map(({ time }) => String(time))),
    value: Float64Array.from(rows, ({ value }) => value),
    treated: Float64Array.from(rows, ({ time, firstTreated }) =>
      firstTreated !== null && time >= firstTreated ? 1 : 0,
    ),
  });
  return { att: estimate, standard_error: standardError, event: [], groups: [] };
}

function answer({ estimate, standardError }: Effect) {
  return { estimate, standard_error: standardError };
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
