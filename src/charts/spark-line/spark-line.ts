import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { addMonths, parseIsoDate } from '../../foundation/iso-date.ts';
import type { Chart, ChartTable } from '../chart.ts';
import { hatchedBox, hatchPattern } from '../drawing/hatch.ts';
import { mark, markStyle } from '../drawing/marks.ts';
import { BAND, INK, LINE_GREY } from '../drawing/palette.ts';
import { escapeXml, safeId, tag } from '../drawing/svg.ts';
import { formatValue } from '../words/format-value.ts';
import { measurable } from '../words/measurable.ts';
import { monthsApart, periodName, periodsWord } from '../words/period.ts';
import { sentence } from '../words/sentence.ts';
import type { SparkLineInput } from './input.ts';

/**
 * A line for a table cell: no axis, gaps left open, the last point marked by shape and colour, limits as a band. It
 * shows a shape, not a level, so it does not begin at zero; the reading gives the level. Hatched without any figure.
 */
export function sparkLine(input: SparkLineInput): Chart {
  const values = input.values.map(measurable);
  const reading = read(input, values);
  return { svg: draw(input, values, reading), table: table(input, values), reading };
}

function draw(input: SparkLineInput, values: readonly (number | null)[], reading: string): string {
  const id = safeId(input.id);
  const width = held(input.width, 120, 40, 600);
  const height = held(input.height, 28, 16, 200);
  const last = values.findLastIndex((value) => value !== null);
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'sc-chart sc-spark-line',
      role: 'img',
      'aria-labelledby': `${id}-title`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    tag('title', { id: `${id}-title` }, escapeXml(reading)),
    last === -1
      ? hatchPattern(id) + hatchedBox(id, 1, height / 2 - 5, width - 2, 10)
      : lines(input, values, last, width, height),
  );
}

function lines(
  { limits, variation = 'none', side = 'up' }: SparkLineInput,
  values: readonly (number | null)[],
  last: number,
  width: number,
  height: number,
): string {
  const margin = 7;
  const known = values.filter((value) => value !== null);
  const [lower, upper] = [measurable(limits?.lower), measurable(limits?.upper)];
  const band = lower !== null && upper !== null && lower <= upper ? { lower, upper } : null;
  const low = Math.min(...known, ...(band ? [band.lower] : []));
  const high = Math.max(...known, ...(band ? [band.upper] : []));
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [3, width - margin]);
  const y = low === high ? () => height / 2 : scaleLinear([low, high], [height - 5, 5]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(1)(values);
  return [
    band
      ? tag('rect', {
          class: 'sc-band',
          x: 0,
          width,
          y: Math.min(y(band.upper), y(band.lower)),
          height: Math.max(1, y(band.lower) - y(band.upper)),
          fill: BAND,
        })
      : '',
    tag('path', {
      class: 'sc-line',
      d: path ?? '',
      fill: 'none',
      stroke: values.length > 1 ? INK : LINE_GREY,
      'stroke-width': 1.25,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
    mark(x(last), y(values[last] ?? 0), 3, markStyle(variation, side), {
      className: `sc-point sc-${variation}`,
    }),
  ].join('');
}

function held(asked: number | undefined, usual: number, least: number, most: number): number {
  return asked === undefined || Number.isNaN(asked)
    ? usual
    : Math.round(Math.max(least, Math.min(most, asked)));
}

const VARIATION_WORDS = {
  improvement: 'special cause (improvement)',
  concern: 'special cause (concern)',
  high: 'special cause (high)',
  low: 'special cause (low)',
  none: 'usual variation',
} as const;

function read(
  { subject, unit, every, variation, illustrative, ...input }: SparkLineInput,
  values: readonly (number | null)[],
): string {
  const what = subject.trim() || 'The measure';
  const last = values.findLastIndex((value) => value !== null);
  if (last === -1) return sentence(`${what}: not available`);
  const count = values.filter((value) => value !== null).length;
  const first = values.find((value) => value !== null) ?? null;
  const clauses = [
    `${illustrative ? 'Illustrative: ' : ''}${what}: ${formatValue(values[last] ?? null, unit)}${named(periodAt(input.from, every, last))}`,
    ...(count > 1
      ? [
          `${formatValue(first, unit)} at the beginning of ${values.length} ${periodsWord(every, values.length)}`,
        ]
      : []),
    ...(variation === undefined ? [] : [VARIATION_WORDS[variation]]),
    ...(last < values.length - 1 ? ['the latest figure is not available'] : []),
  ];
  return sentence(clauses.join('; '));

  function named(period: string | null): string {
    return period === null ? '' : ` in ${period.startsWith('year to') ? 'the ' : ''}${period}`;
  }
}

function periodAt(from: string, every: SparkLineInput['every'], index: number): string | null {
  const start = parseIsoDate(from);
  return start === null ? null : periodName(addMonths(start, index * monthsApart(every)), every);
}

function table(
  { subject, unit, every, from }: SparkLineInput,
  values: readonly (number | null)[],
): ChartTable {
  return {
    caption: subject.trim(),
    columns: [
      { key: 'period', label: 'Period', numeric: false },
      { key: 'value', label: 'Value', numeric: true, unit },
    ],
    rows: values.map((value, index) => [periodAt(from, every, index) ?? `${index + 1}`, value]),
  };
}
