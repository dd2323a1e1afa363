import type { Chart, ChartTable } from '../chart.ts';
import { axisLabels } from '../drawing/axes.ts';
import { framed } from '../drawing/frame.ts';
import type { Body, Canvas } from '../drawing/frame.ts';
import { hatchedBox, hatchId } from '../drawing/hatch.ts';
import { BAND, GREY, INK } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import { linesAt, textAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import { monthNumber, timeAxis } from '../drawing/time-axis.ts';
import { valueAxis } from '../drawing/value-axis.ts';
import { wrapText } from '../drawing/wrap-text.ts';
import { formatFigure } from '../words/format-value.ts';
import { monthsApart, periodName } from '../words/period.ts';
import { sentence } from '../words/sentence.ts';
import type { MissingHeatMapInput } from './input.ts';
import { heatGrid } from './prepare.ts';
import type { HeatGrid } from './prepare.ts';

/**
 * What was not recorded, field by month: a bar in each cell is as high as the share missing, so that the picture is
 * read by shape and not by shade; a hatched cell holds no rows at all. The share of the last period stands at the end.
 */
export function missingHeatMap(input: MissingHeatMapInput): Chart {
  const grid = heatGrid(input);
  const reading = read(input, grid);
  return {
    svg: framed(input, reading, 'missing-heat-map', (canvas) => draw(input, grid, canvas)),
    table: table(input, grid),
    reading,
  };
}

function draw(
  { every, notes = [] }: MissingHeatMapInput,
  { periods, fields }: HeatGrid,
  { id, width, sizes }: Canvas,
): Body {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) {
    return {
      height: 80,
      markup:
        hatchedBox(id, 1, 4, width - 2, 40) + textAt(0, 68, 'No records are held.', { size: 14, fill: INK }),
      notes,
    };
  }
  const { label: size } = sizes;
  const names = Math.ceil(
    Math.min(Math.max(40, ...fields.map(({ name }) => textWidth(name, size))), width * 0.34),
  );
  const [left, right] = [names + 10, width - Math.ceil(textWidth('under 0.1%', size, 'bold')) - 10];
  const step = monthsApart(every);
  const time = timeAxis(monthNumber(first), monthNumber(last) + step, every, [left, right], size);
  const cell = (right - left) / periods.length;
  const line = Math.round(size * 1.2);
  let y = 4;
  let markup = '';
  for (const { name, shares } of fields) {
    const lines = wrapText(name.trim() || 'unnamed', names, size, 'regular', 3);
    const height = Math.max(26, lines.length * line + 4);
    markup += linesAt(names, y + height / 2 - ((lines.length - 1) * line) / 2 + size * 0.35, lines, line, {
      size,
      fill: INK,
      anchor: 'end',
    });
    markup += tag('rect', { x: left, y, width: right - left, height, fill: BAND });
    shares.forEach((share, index) => {
      const x = left + index * cell;
      const inner = Math.max(cell * 0.86, 0.5);
      markup +=
        share === null
          ? tag('rect', { class: 'sc-missing', x, y, width: cell, height, fill: `url(#${hatchId(id)})` })
          : share === 0
            ? ''
            : tag('rect', {
                class: 'sc-share',
                x,
                y: y + height * (1 - share),
                width: inner,
                height: height * share,
                fill: INK,
              });
    });
    const end = shares.findLast((share) => share !== null);
    markup += textAt(
      width,
      y + height / 2 + size * 0.35,
      end === undefined ? '–' : formatFigure(end, 'proportion', 1),
      { size, weight: 'bold', fill: INK, anchor: 'end' },
    );
    y += height + 5;
  }
  const { scale, ticks } = valueAxis([], 'proportion', [y, 0], { zero: true, ticks: 0 });
  markup += axisLabels(ticks, scale, left, time, y, right, size);
  const twoLines = time.labels.some((label) => label.line === 1);
  return {
    height: y + 8 + (twoLines ? 2 : 1) * Math.round(size * 1.3),
    markup,
    key: [
      {
        words: 'bar height: share not recorded',
        draw: (x, at) =>
          tag('rect', { x: x - 7, y: at - 6, width: 14, height: 12, fill: BAND }) +
          tag('rect', { x: x - 4, y: at, width: 8, height: 6, fill: INK }),
      },
      ...(fields.some(({ shares }) => shares.includes(null))
        ? [
            {
              words: 'no records held',
              draw: (x: number, at: number) => hatchedBox(id, x - 7, at - 6, 14, 12),
            },
          ]
        : []),
      {
        words: 'at the end: latest period',
        draw: (x, at) => textAt(x - 6, at + 4, '%', { size: 12, weight: 'bold', fill: GREY }),
      },
    ],
    notes,
  };
}

function read({ subject, every }: MissingHeatMapInput, { periods, fields }: HeatGrid): string {
  const what = subject.trim() || 'The records';
  const worst = fields
    .flatMap(({ name, shares }) =>
      shares.flatMap((share, index) => (share === null ? [] : [{ name, share, period: periods[index] }])),
    )
    .reduce<{ name: string; share: number; period: (typeof periods)[number] | undefined } | null>(
      (a, b) => (a === null || b.share > a.share ? b : a),
      null,
    );
  if (worst?.period === undefined) return sentence(`${what}: no records are held`);
  if (worst.share === 0)
    return sentence(
      `${what}: nothing is missing in the ${fields.length === 1 ? 'field' : `${fields.length} fields`} shown`,
    );
  const empty = periods.filter((_, index) => fields.every(({ shares }) => shares[index] === null)).length;
  const gaps = empty === 0 ? '' : `; no records are held for ${empty} of the ${periods.length} periods`;
  return sentence(
    `${what}: the most is missing from ${worst.name}, ${formatFigure(worst.share, 'proportion')} in ${periodName(worst.period, every)}${gaps}`,
  );
}

function table({ title, subtitle, every }: MissingHeatMapInput, { periods, fields }: HeatGrid): ChartTable {
  return {
    caption: `${title.trim()} ${subtitle.trim()}`.trim(),
    columns: [
      { key: 'period', label: 'Period', numeric: false },
      ...fields.map(({ name }, index) => ({
        key: `field_${index + 1}`,
        label: name,
        numeric: true,
        unit: 'proportion' as const,
      })),
    ],
    rows: periods.map((period, index) => [
      periodName(period, every),
      ...fields.map(({ shares }) => shares[index] ?? null),
    ]),
  };
}
