import type { Chart, ChartTable } from '../chart.ts';
import { highestFirst } from '../comparison-dots/prepare.ts';
import { framed } from '../drawing/frame.ts';
import type { Body, Canvas } from '../drawing/frame.ts';
import { hatchedBox } from '../drawing/hatch.ts';
import { INK, LINE_GREY, WHITE } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import { linesAt, textAt } from '../drawing/text.ts';
import { wrapText } from '../drawing/wrap-text.ts';
import { formatFigure, formatValue } from '../words/format-value.ts';
import { listOf } from '../../foundation/list-of.ts';
import { measurable } from '../words/measurable.ts';
import { sentence } from '../words/sentence.ts';
import type { BoroughTilesInput } from './input.ts';
import { shades } from './shades.ts';
import tiles from './tiles.json' with { type: 'json' };

type Tile = (typeof tiles)[number];

interface TileValue {
  readonly name: string;
  readonly value: number | null;
  readonly highlighted: boolean;
}

const COLUMNS = 8;
const ROWS = 7;

/**
 * The 33 areas of London as equal tiles, roughly where they lie: every borough is as large as every other, whatever
 * its land. The figure stands in each tile, so that the shade carries nothing alone. Names without a tile are listed
 * in a note and kept in the table.
 */
export function boroughTiles(input: BoroughTilesInput): Chart {
  const given = input.areas.map(({ name, value, highlighted }): TileValue => ({
    name,
    value: measurable(value),
    highlighted: highlighted === true,
  }));
  const named = new Set(given.map(({ name }) => name));
  const rows = [
    ...given,
    ...tiles
      .filter(({ name }) => !named.has(name))
      .map(({ name }): TileValue => ({ name, value: null, highlighted: false })),
  ];
  const reading = read(input, rows);
  return {
    svg: framed(input, reading, 'borough-tiles', (canvas) => draw(input, rows, canvas)),
    table: table(input, rows),
    reading,
  };
}

function draw({ unit, notes = [] }: BoroughTilesInput, rows: readonly TileValue[], canvas: Canvas): Body {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const scale = shades(
    rows.flatMap(({ name, value }) =>
      value !== null && tiles.some((tile) => tile.name === name) ? [value] : [],
    ),
    unit,
  );
  const gap = 3;
  const side = (canvas.width - gap * (COLUMNS - 1)) / COLUMNS;
  const height = Math.min(side, 74);
  const markup = tiles.map((tile) => {
    const box = { x: tile.column * (side + gap), y: tile.row * (height + gap), width: side, height };
    return drawTile(tile, byName.get(tile.name), box, canvas, scale.of, unit);
  });
  const homeless = rows
    .filter(({ name }) => !tiles.some((tile) => tile.name === name))
    .map(({ name }) => name.trim() || 'unnamed');
  const missing = rows.some(({ value }) => value === null);
  return {
    height: ROWS * (height + gap),
    markup: markup.join(''),
    key: [
      ...scale.all.map(({ fill, words }) => ({
        words,
        draw: (x: number, y: number) =>
          tag('rect', {
            x: x - 7,
            y: y - 6,
            width: 14,
            height: 12,
            fill,
            stroke: LINE_GREY,
            'stroke-width': 0.5,
          }),
      })),
      ...(missing
        ? [
            {
              words: 'not available',
              draw: (x: number, y: number) => hatchedBox(canvas.id, x - 7, y - 6, 14, 12),
            },
          ]
        : []),
    ],
    notes: [
      ...(homeless.length === 0 ? [] : [`Not on the map, but in the table: ${listOf(homeless, 4)}.`]),
      ...notes,
    ],
  };
}

function drawTile(
  { name, code }: Tile,
  area: TileValue | undefined,
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { id, sizes }: Canvas,
  shadeOf: ReturnType<typeof shades>['of'],
  unit: BoroughTilesInput['unit'],
): string {
  const value = area?.value ?? null;
  const shade = value === null ? { fill: WHITE, text: INK } : shadeOf(value);
  const small = width < 100 ? 11 : sizes.small;
  const lines = width < 76 ? [code] : wrapText(name, width - 10, small, 'regular', 3);
  const line = Math.round(small * 1.15);
  const border =
    area?.highlighted === true
      ? { stroke: INK, 'stroke-width': 3 }
      : { stroke: LINE_GREY, 'stroke-width': 0.5 };
  const ground =
    value === null
      ? hatchedBox(id, x, y, width, height)
      : tag('rect', { class: 'sc-tile', x, y, width, height, fill: shade.fill, ...border });
  const label = linesAt(x + 5, y + small + 3, lines, line, {
    size: small,
    fill: shade.text,
    halo: value === null,
  });
  const figure =
    value === null ? '' : formatFigure(value, unit, unit === 'proportion' && width < 76 ? 0 : undefined);
  const size = width < 76 ? 12 : sizes.label;
  return (
    ground +
    label +
    (figure === '' ? '' : textAt(x + 5, y + height - 6, figure, { size, weight: 'bold', fill: shade.text }))
  );
}

function read({ subject, unit }: BoroughTilesInput, rows: readonly TileValue[]): string {
  const what = subject.trim() || 'The measure';
  const known = rows
    .filter((row): row is TileValue & { value: number } => row.value !== null)
    .toSorted(highestFirst);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return sentence(`${what}: no figure is available for any borough`);
  const missing = rows.length - known.length;
  const ends =
    first.value === last.value
      ? `${what} was ${formatValue(first.value, unit)} in ${known.length === 1 ? first.name : 'all boroughs with a figure'}`
      : `${what} was highest in ${first.name} (${formatValue(first.value, unit)}) and lowest in ${last.name} (${formatValue(last.value, unit)})`;
  return sentence(
    missing === 0 ? ends : `${ends}; no figure is available for ${missing} of the ${rows.length}`,
  );
}

function table({ title, subtitle, unit }: BoroughTilesInput, rows: readonly TileValue[]): ChartTable {
  return {
    caption: `${title.trim()} ${subtitle.trim()}`.trim(),
    columns: [
      { key: 'area', label: 'Borough', numeric: false },
      { key: 'value', label: 'Value', numeric: true, unit },
    ],
    rows: rows
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .map(({ name, value }) => [name, value]),
  };
}
