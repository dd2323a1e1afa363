import { spcLine, type Chart, type SpcPoint } from '../../src/charts/index.ts';
import { at, listAt, numberAt, textAt, type Json } from './json.ts';
import type { PictureSpec } from './picture-spec.ts';

/** A series over time: with its limits, its forecast or a mark where the method puts one. */
export function drawLine(
  id: string,
  spec: PictureSpec,
  result: Json,
  column: (name: string) => readonly string[],
): Chart {
  const values = column('value');
  const own: SpcPoint[] = column('date').map((date, i) => ({ date, value: Number(values[i]) }));
  const judged = spec.points === undefined ? null : listAt(result, spec.points).map(judgedPoint);
  const ahead = spec.forecasts === undefined ? [] : listAt(result, spec.forecasts).map(forecastPoint);
  return spcLine({
    id,
    title: spec.title,
    subtitle: 'A month each; invented numbers',
    subject: 'The example series',
    unit: spec.unit,
    every: 'month',
    illustrative: true,
    zero: false,
    intervalName: '95% interval',
    points: [...(judged ?? own), ...ahead],
    rebases: marks(spec, result).map((date) => ({ date, reason: spec.markReason })),
  });
}

function judgedPoint(point: Json): SpcPoint {
  const signal = at(point, 'signal');
  const [centre, lower, upper] = ['centre', 'lower', 'upper'].map((key) => numberAt(point, key) ?? 0);
  return {
    date: textAt(point, 'date'),
    value: numberAt(point, 'value'),
    limits: { centre: centre ?? 0, lower: lower ?? 0, upper: upper ?? 0 },
    signal: typeof signal === 'string' ? (signal as NonNullable<SpcPoint['signal']>) : null,
  };
}

function forecastPoint(point: Json): SpcPoint {
  return {
    date: textAt(point, 'date'),
    value: numberAt(point, 'mean'),
    interval: { lower: numberAt(point, 'lower') ?? 0, upper: numberAt(point, 'upper') ?? 0 },
    provisional: true,
  };
}

/** Dates to mark: told, or found by the method. */
function marks({ mark, markFrom }: PictureSpec, result: Json): string[] {
  if (mark !== undefined) return [mark];
  if (markFrom === undefined) return [];
  const found = at(result, markFrom);
  if (typeof found === 'string') return [found];
  return Array.isArray(found) ? found.map((each) => textAt(each, 'date')) : [];
}
