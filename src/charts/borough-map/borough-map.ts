import type { Chart, ChartTable } from '../chart.ts';
import { boroughTiles } from '../borough-tiles/borough-tiles.ts';
import tiles from '../borough-tiles/tiles.json' with { type: 'json' };
import { highestFirst } from '../comparison-dots/prepare.ts';
import { framed, type Body, type Canvas } from '../drawing/frame.ts';
import { hatchedBox, hatchId } from '../drawing/hatch.ts';
import type { KeyEntry } from '../drawing/key.ts';
import { INK, LINE_GREY, WHITE } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import { formatValue } from '../words/format-value.ts';
import { listOf } from '../../foundation/list-of.ts';
import { measurable } from '../words/measurable.ts';
import { sentence } from '../words/sentence.ts';
import { standingOf, type Standing } from './against-reference.ts';
import { classShades } from './class-shades.ts';
import { labelOf } from './label.ts';
import type { BoroughMapInput, MapArea } from './input.ts';
import { projected } from './project.ts';
import { pathText, simplified } from './simplify.ts';

export interface MapRow {
  readonly name: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly highlighted: boolean;
  readonly standing: Standing;
}

/** A map is drawn when at least this share of the areas with a figure has an outline. */
const ENOUGH = 0.5;
const CODES = new Map(tiles.map(({ name, code }) => [name, code]));

/**
 * Areas of a city shaded by their figure, in a few classes. Areas without a figure are hatched; those that cannot be told from the reference
 * by their interval are dotted. Without outlines, the tiles of the 33 areas of London.
 */
export function boroughMap(input: BoroughMapInput): Chart {
  const outlines = input.outlines ?? [];
  const known = new Set(input.areas.map(({ name }) => name));
  const rows = [
    ...input.areas.map((area) => rowOf(area, input)),
    ...outlines.filter(({ name }) => !known.has(name)).map(({ name }) => rowOf({ name, value: null }, input)),
  ];
  const drawn = new Set(outlines.map(({ name }) => name));
  const withFigure = rows.filter(({ value }) => value !== null);
  if (
    outlines.length === 0 ||
    withFigure.filter(({ name }) => drawn.has(name)).length < withFigure.length * ENOUGH
  )
    return tilesInstead(input, rows);
  const reading = read(input, rows);
  return {
    svg: framed(input, reading, 'borough-map', (canvas) => draw(input, rows, canvas)),
    table: table(input, rows),
    reading,
  };
}

function rowOf(area: MapArea, { reference }: BoroughMapInput): MapRow {
  const [lower, upper] = [measurable(area.lower), measurable(area.upper)];
  return {
    name: area.name,
    value: measurable(area.value),
    lower: lower !== null && upper !== null && lower <= upper ? lower : null,
    upper: lower !== null && upper !== null && lower <= upper ? upper : null,
    highlighted: area.highlighted === true,
    standing: standingOf(area, reference),
  };
}

function tilesInstead(input: BoroughMapInput, rows: readonly MapRow[]): Chart {
  const unsure = rows.filter(({ standing }) => standing === 'not told').map(({ name }) => name);
  const { outlines: _outlines, reference, classes: _classes, ...rest } = input;
  const note =
    unsure.length === 0 || !reference
      ? []
      : [`Not told from ${reference.name} by their intervals: ${listOf(unsure, 40)}.`];
  const chart = boroughTiles({ ...rest, areas: rows, notes: [...note, ...(input.notes ?? [])] });
  const missing = chart.table.rows.filter(([name]) => !rows.some((row) => row.name === name));
  const all = [...rows, ...missing.map(([name]) => rowOf({ name: String(name), value: null }, input))];
  return { ...chart, table: table(input, all), reading: read(input, all) };
}

function draw(input: BoroughMapInput, rows: readonly MapRow[], canvas: Canvas): Body {
  const { unit, reference, notes = [], outlines = [] } = input;
  const map = projected(outlines, canvas.width, canvas.width * 0.85);
  const shapes = simplified(map.outlines);
  const byName = new Map(rows.map((row) => [row.name, row]));
  const values = shapes.flatMap(({ name }) => byName.get(name)?.value ?? []);
  const scale = classShades(values, unit, input.classes ?? 'equal');
  const dots = `${canvas.id}-dots`;
  const unsure = rows.some(({ standing }) => standing === 'not told');
  const areas = shapes.map(({ name, rings }) => {
    const row = byName.get(name);
    const value = row?.value ?? null;
    const shade = value === null ? { fill: WHITE, text: INK } : scale.of(value);
    const d = pathText(rings);
    const border = {
      stroke: WHITE,
      'stroke-width': 1.25,
      'stroke-linejoin': 'round',
      'fill-rule': 'evenodd',
    };
    return {
      ground:
        value === null
          ? tag('path', {
              class: 'sc-missing',
              d,
              ...border,
              fill: `url(#${hatchId(canvas.id)})`,
              stroke: LINE_GREY,
              'stroke-width': 0.75,
            })
          : tag('path', {
              class: 'sc-area',
              d,
              fill: shade.fill,
              ...border,
              stroke: shade.text === WHITE ? WHITE : LINE_GREY,
            }),
      dotted:
        row?.standing === 'not told'
          ? tag('path', {
              class: 'sc-unsure',
              d,
              fill: `url(#${dots}${shade.text === WHITE ? '-light' : ''})`,
              'fill-rule': 'evenodd',
            })
          : '',
      // A white edge about the dark line, so that it shows on every shade.
      rim:
        row?.highlighted === true
          ? [WHITE, INK]
              .map((stroke, at) =>
                tag('path', {
                  class: at === 0 ? undefined : 'sc-chosen',
                  d,
                  fill: 'none',
                  stroke,
                  'stroke-width': at === 0 ? 6.5 : 3,
                  'stroke-linejoin': 'round',
                }),
              )
              .join('')
          : '',
      label: labelOf(name, CODES.get(name), value, unit, rings, shade, row?.standing === 'not told', canvas),
    };
  });
  const absent = rows
    .filter(({ name }) => !shapes.some((shape) => shape.name === name))
    .map(({ name }) => name.trim() || 'unnamed');
  const unlabelled = areas.some(({ label }) => label === '');
  const all = (of: (area: (typeof areas)[number]) => string): string => areas.map(of).join('');
  return {
    height: map.height,
    markup:
      (unsure ? tag('defs', {}, dotPattern(dots, INK), dotPattern(`${dots}-light`, WHITE)) : '') +
      all(({ ground }) => ground) +
      all(({ dotted }) => dotted) +
      all(({ rim }) => rim) +
      all(({ label }) => label),
    key: [
      ...scale.all.map(({ fill, words }) => ({
        words,
        draw: box({ fill, stroke: LINE_GREY, 'stroke-width': 0.5 }),
      })),
      ...(rows.some(({ value }) => value === null)
        ? [
            {
              words: 'not available',
              draw: (x: number, y: number) => hatchedBox(canvas.id, x - 7, y - 6, 14, 12),
            },
          ]
        : []),
      ...(unsure && reference
        ? [
            {
              words: `dotted: not told from ${reference.name}`,
              draw: box({ fill: `url(#${dots})`, stroke: LINE_GREY, 'stroke-width': 0.5 }),
            },
          ]
        : []),
    ],
    notes: [
      ...(absent.length === 0 ? [] : [`Not on the map, but in the table: ${listOf(absent, 6)}.`]),
      ...(unlabelled ? ['Figures that do not fit are in the table.'] : []),
      ...notes,
    ],
  };
}

function box(attributes: Readonly<Record<string, string | number>>): KeyEntry['draw'] {
  return (x, y) => tag('rect', { x: x - 7, y: y - 6, width: 14, height: 12, ...attributes });
}

function dotPattern(id: string, fill: string): string {
  return tag(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    tag('circle', { cx: 1.5, cy: 1.5, r: 0.8, fill, 'fill-opacity': 0.75 }),
    tag('circle', { cx: 4.5, cy: 4.5, r: 0.8, fill, 'fill-opacity': 0.75 }),
  );
}

function read({ subject, unit, reference }: BoroughMapInput, rows: readonly MapRow[]): string {
  const what = subject.trim() || 'The measure';
  const known = rows
    .filter((row): row is MapRow & { value: number } => row.value !== null)
    .toSorted(highestFirst);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return sentence(`${what}: no figure is available for any area`);
  const ends =
    first.value === last.value
      ? `${what} was ${formatValue(first.value, unit)} in ${known.length === 1 ? first.name : 'every area with a figure'}`
      : `${what} was highest in ${first.name} (${formatValue(first.value, unit)}) and lowest in ${last.name} (${formatValue(last.value, unit)})`;
  const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
  const judged = count('above') + count('below') + count('not told');
  const told =
    judged === 0 || !reference
      ? ''
      : `; ${count('above')} of ${judged} stand above ${reference.name} (${formatValue(reference.value, unit)}), ${count('below')} below, and ${count('not told')} cannot be told from it`;
  const missing = rows.length - known.length;
  return sentence(
    `${ends}${told}${missing === 0 ? '' : `; no figure is available for ${missing} of the ${rows.length}`}`,
  );
}

function table({ title, subtitle, unit, reference }: BoroughMapInput, rows: readonly MapRow[]): ChartTable {
  const intervals = rows.some(({ lower }) => lower !== null);
  return {
    caption: `${title.trim()} ${subtitle.trim()}`.trim(),
    columns: [
      { key: 'area', label: 'Area', numeric: false },
      { key: 'value', label: 'Value', numeric: true, unit },
      ...(intervals
        ? [
            { key: 'lower', label: 'Lower limit', numeric: true, unit },
            { key: 'upper', label: 'Upper limit', numeric: true, unit },
          ]
        : []),
      ...(reference ? [{ key: 'standing', label: `Against ${reference.name}`, numeric: false }] : []),
    ],
    rows: rows
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .map(({ name, value, lower, upper, standing }) => [
        name,
        value,
        ...(intervals ? [lower, upper] : []),
        ...(reference ? [standing ?? 'no interval'] : []),
      ]),
  };
}
