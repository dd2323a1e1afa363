import { BadInputError, UsageError } from '../foundation/errors.ts';
import type { Table } from './table.ts';
import { alongAxis, timeAxis, type TimeAxis } from './time-axis.ts';

/** Regressors over the past and the supposed future of a series. */
export interface Scenario {
  readonly names: readonly string[];
  /** As long as the past and the horizon together. */
  readonly columns: readonly Float64Array[];
}

/**
 * What a scenario's file says of the future, behind what the table says of the past: a column for each regressor, a row for
 * each date to come.
 *
 * @param asked names of the regressors; none means the columns that both files have
 * @throws BadInputError naming the regressor and date that neither file has a number for
 */
export function scenarioOf(
  table: Table,
  axis: TimeAxis,
  scenario: Table | undefined,
  ahead: readonly (string | null)[],
  asked: readonly string[],
): Scenario {
  if (scenario === undefined) {
    if (asked.length === 0) return { names: [], columns: [] };
    throw new UsageError(
      `The forecast needs the values of ${asked.join(', ')} in the periods to come.`,
      'Give them in a CSV with a column date and one for each: --scenario FILE.',
    );
  }
  const spoken = new Set([table.nameOf('date'), table.nameOf('value')]);
  const names =
    asked.length > 0
      ? asked
      : scenario.header.filter((name) => table.header.includes(name) && !spoken.has(name));
  if (names.length === 0) {
    throw new UsageError(
      'The scenario has no column that the table has too.',
      `Name its columns as in the table: ${table.header.filter((name) => !spoken.has(name)).join(', ')}.`,
    );
  }
  const future = timeAxis(scenario);
  const places = ahead.map((date, h) => (date === null ? h : future.dates.indexOf(date)));
  const columns = names.map((name) => {
    const past = alongAxis(axis, table.namedNumbers(name));
    const to = alongAxis(future, scenario.namedNumbers(name));
    const values = [...past, ...places.map((place) => to[place] ?? null)];
    const gap = values.indexOf(null);
    if (gap >= 0) {
      const date = gap < past.length ? axis.dates[gap] : ahead[gap - past.length];
      throw new BadInputError(
        `there is no value of '${name}' for ${date ?? `period ${gap + 1}`}.`,
        { file: gap < past.length ? 'input' : 'scenario', column: name },
        'Give a number for every period of the past and of the horizon.',
      );
    }
    return Float64Array.from(values, (value) => value ?? 0);
  });
  return { names, columns };
}
