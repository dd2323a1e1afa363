import type { Series } from '../../../measures/index.ts';
import { toCsv } from '../csv.ts';

/** A series as CSV, a row an observation, in the columns of `scrutineer series --json`. */
export function seriesCsv({ measure, definition, unit, observations }: Series): string {
  return toCsv(
    [
      'measure',
      'definition',
      'unit',
      'area',
      'group',
      'period',
      'from',
      'to',
      'value',
      'numerator',
      'denominator',
      'lower',
      'upper',
      'flags',
      'release',
    ],
    observations.map((each) => [
      measure,
      definition,
      unit,
      each.area,
      each.group ?? null,
      each.period,
      each.from,
      each.to,
      each.value,
      each.numerator,
      each.denominator,
      each.lower,
      each.upper,
      each.flags,
      each.release,
    ]),
  );
}

/** The same as JSON, as `scrutineer series --json` prints it. */
export function seriesJson(series: Series): string {
  return `${JSON.stringify(series, null, 2)}\n`;
}
