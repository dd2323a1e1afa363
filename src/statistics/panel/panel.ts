import { StatisticsError } from '../statistics-error.ts';

/** One row of a panel. `firstTreated` is null for a unit that is never treated. */
export interface PanelRow {
  readonly unit: string;
  readonly time: number;
  readonly value: number;
  readonly firstTreated: number | null;
}

/** A panel in which every unit has every period. `values` by unit, then period. */
export interface BalancedPanel {
  readonly units: readonly string[];
  readonly times: readonly number[];
  readonly values: readonly Float64Array[];
  readonly firstTreated: readonly (number | null)[];
  /** Units that were left out because a period was missing. */
  readonly dropped: number;
}

/**
 * Sorts rows into units and periods; units that miss a period are left out and counted.
 *
 * @throws StatisticsError for a unit with two values in a period or two dates of first treatment, or an empty panel
 */
export function balancedPanel(rows: readonly PanelRow[]): BalancedPanel {
  const times = [...new Set(rows.map(({ time }) => time))].sort((a, b) => a - b);
  const placeOf = new Map(times.map((time, place) => [time, place]));
  const found = new Map<string, { values: Float64Array; firstTreated: number | null }>();
  for (const { unit, time, value, firstTreated } of rows) {
    const known = found.get(unit) ?? { values: new Float64Array(times.length).fill(NaN), firstTreated };
    if (known.firstTreated !== firstTreated) {
      throw new StatisticsError(
        'duplicate',
        `Unit '${unit}' has two dates of first treatment.`,
        'Give each unit one.',
      );
    }
    const place = placeOf.get(time) ?? 0;
    if (!Number.isNaN(known.values[place])) {
      throw new StatisticsError(
        'duplicate',
        `Unit '${unit}' is there twice at ${time}.`,
        'Give one row for each unit and time.',
      );
    }
    known.values[place] = value;
    found.set(unit, known);
  }
  const whole = [...found].filter(([, { values }]) => !values.some((value) => Number.isNaN(value)));
  if (whole.length === 0 || times.length < 2) {
    throw new StatisticsError(
      'no-data',
      'No unit has every period of two or more.',
      'Give a panel of units over the same periods.',
    );
  }
  return {
    units: whole.map(([unit]) => unit),
    times,
    values: whole.map(([, { values }]) => values),
    firstTreated: whole.map(([, { firstTreated }]) => firstTreated),
    dropped: found.size - whole.length,
  };
}
