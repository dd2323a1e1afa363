import { comparisonDots, rankedAreas, type Chart } from '../../src/charts/index.ts';
import { at, numberAt, type Json } from './json.ts';
import type { PictureSpec } from './picture-spec.ts';

interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly source: Json;
}

/** Rows of an answer as dots with their intervals. `column` gives the cells of a column of the example. */
export function drawRows(
  id: string,
  spec: PictureSpec,
  results: readonly Json[],
  column: (name: string) => readonly string[],
): Chart {
  const rows = rowsOf(spec, results, column);
  const head = {
    id,
    title: spec.title,
    subtitle: 'Invented numbers',
    subject: 'The example',
    unit: spec.unit,
    illustrative: true,
    intervalName: spec.intervalName ?? '95% interval',
  };
  if (spec.draw === 'rows')
    return comparisonDots({
      ...head,
      zero: spec.unit === 'count',
      areas: rows.map(({ name, value, lower, upper }) => ({ name, value, lower, upper, role: 'other' })),
    });
  const average = spec.average === undefined ? null : numberAt(results[0] ?? null, spec.average);
  return rankedAreas({
    ...head,
    zero: false,
    averages: average === null ? [] : [{ name: 'All together', value: average * (spec.times ?? 1) }],
    // The method counts ranks from the lowest, the chart from the highest.
    areas: rows.map(({ name, value, source }) => ({
      name,
      value,
      rankLower: fromTop(rows.length, numberAt(source, 'rank_upper')),
      rankUpper: fromTop(rows.length, numberAt(source, 'rank_lower')),
    })),
  });
}

function fromTop(count: number, rank: number | null): number | null {
  return rank === null ? null : count + 1 - rank;
}

function rowsOf(
  spec: PictureSpec,
  results: readonly Json[],
  column: (name: string) => readonly string[],
): readonly Row[] {
  const [first = null] = results;
  if (spec.scalars !== undefined) {
    return spec.scalars.map(([name = '', value = '', lower, upper]) => ({
      name,
      value: numberAt(first, value),
      lower: lower === undefined ? null : numberAt(first, lower),
      upper: upper === undefined ? null : numberAt(first, upper),
      source: first,
    }));
  }
  const listed = spec.path === undefined ? results : at(first, spec.path);
  if (!Array.isArray(listed)) throw new TypeError(`${spec.path ?? ''} is no list`);
  const names = spec.namesFrom === undefined ? null : column(spec.namesFrom);
  const rows = listed.map((source, i): Row => {
    const value = scaled(spec, numberAt(source, spec.value ?? 'estimate'));
    const error = numberAt(source, 'standard_error');
    const reach = value === null || error === null ? null : 1.96 * error;
    return {
      name: names?.[i] ?? nameOf(spec, source),
      value,
      lower: scaled(spec, numberAt(source, 'lower')) ?? (reach === null ? null : (value ?? 0) - reach),
      upper: scaled(spec, numberAt(source, 'upper')) ?? (reach === null ? null : (value ?? 0) + reach),
      source,
    };
  });
  return rows
    .filter(({ name }) => name !== spec.skip)
    .toSorted((a, b) => (spec.top === undefined ? 0 : (b.value ?? 0) - (a.value ?? 0)))
    .slice(0, spec.top ?? rows.length);
}

function scaled({ times = 1 }: PictureSpec, value: number | null): number | null {
  return value === null ? null : value * times;
}

function nameOf({ name = '', nameOf: several, nameWords = '' }: PictureSpec, source: Json): string {
  const keys = several ?? [name];
  return `${nameWords}${keys.map((key) => JSON.stringify(at(source, key)).replaceAll('"', '')).join(', ')}`;
}
