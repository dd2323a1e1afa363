import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import type { Body, Canvas } from '../drawing/frame.ts';
import { hatchedBox } from '../drawing/hatch.ts';
import type { KeyEntry } from '../drawing/key.ts';
import { intervalKey } from '../dot-rows/interval-key.ts';
import { GREY, HAIRLINE, INK, LINE_GREY, WHITE } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import { linesAt, textAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import { valueAxis } from '../drawing/value-axis.ts';
import { wrapText } from '../drawing/wrap-text.ts';
import { formatFigure } from '../words/format-value.ts';
import type { ProfileBarsInput } from './input.ts';
import type { Bar, PreparedProfile } from './prepare.ts';

/** Fill of each profile: solid, open, half tone, open and dashed. Told apart by weight and edge, so also in grey. */
const STYLES = [
  { fill: INK, stroke: INK },
  { fill: WHITE, stroke: INK },
  { fill: '#b7c4cf', stroke: GREY },
  { fill: WHITE, stroke: GREY, 'stroke-dasharray': '3 2' },
] as const;

const THICK = 12;
const BETWEEN = 3;

/** One half of the picture: where nought is, which way bars run, and how far. */
interface Half {
  readonly x: ScaleLinear<number, number>;
  readonly towards: 1 | -1;
  readonly bars: (profile: PreparedProfile) => readonly Bar[];
}

/** Rows of groups with a bar for each profile; at the foot one row more for what was not recorded. */
export function drawProfiles(
  input: ProfileBarsInput,
  profiles: readonly PreparedProfile[],
  canvas: Canvas,
): Body {
  const { groups, sides, notes = [] } = input;
  const { id, width, sizes } = canvas;
  const { label: size, small } = sizes;
  if (profiles.length === 0 || groups.length === 0)
    return {
      height: 34,
      markup: textAt(0, 20, 'There is nothing to compare.', { size: 14, fill: INK }),
      notes,
    };
  const missing = profiles.some(({ notRecorded }) => notRecorded !== null && notRecorded > 0);
  const names = Math.ceil(
    Math.min(
      Math.max(40, ...[...groups, ...(missing ? ['Not recorded'] : [])].map((name) => textWidth(name, size))),
      width * (sides ? 0.24 : 0.34),
    ),
  );
  const figure = Math.ceil(textWidth('100.0%', small)) + 6;
  const left = names + 12;
  const middle = sides ? left + (width - left) / 2 : left;
  const reach = [
    ...profiles.flatMap((each) => [...each.left, ...each.right]),
    ...profiles.map(asBar),
  ].flatMap(({ share, interval }) => [share, interval?.upper ?? null]);
  const axis = valueAxis(
    [0, ...reach.filter((value) => value !== null)],
    'proportion',
    [0, (sides ? middle - left : width - left) - figure],
    { zero: true, ticks: width < 480 ? 3 : 5 },
  );
  const length = axis.scale.range()[1] ?? 1;
  const domain = axis.scale.domain();
  const half = (towards: 1 | -1, bars: Half['bars']): Half => ({
    x: scaleLinear(domain, [middle, middle + towards * length]),
    towards,
    bars,
  });
  const halves = [...(sides ? [half(-1, (each) => each.left)] : []), half(1, (each) => each.right)];
  const line = Math.round(size * 1.2);
  let y = 0;
  let markup = '';
  if (sides) {
    markup +=
      textAt(middle - 10, size, sides[0], { size, weight: 'bold', fill: INK, anchor: 'end' }) +
      textAt(middle + 10, size, sides[1], { size, weight: 'bold', fill: INK });
    y = size + 8;
  }
  const top = y;
  const bars = profiles.length * (THICK + BETWEEN) - BETWEEN;
  groups.forEach((group, index) => {
    const lines = wrapText(group.trim() || 'unnamed', names, size, 'regular', 3);
    const height = Math.max(bars, lines.length * line) + 14;
    markup += nameOf(lines, names, y, height, size, line);
    for (const each of halves) {
      profiles.forEach((profile, place) => {
        const own = each.bars(profile)[index];
        const at = y + (height - bars) / 2 + place * (THICK + BETWEEN);
        // The first half carries the row of the table; the page's script reads it once.
        if (own) markup += drawBar(own, each, at, STYLES[place] ?? STYLES[0], small, id, index);
      });
    }
    y += height;
    markup += tag('line', { x1: 0, x2: width, y1: y, y2: y, stroke: HAIRLINE });
  });
  if (missing) {
    const height = bars + 14;
    const lines = wrapText('Not recorded', names, size, 'regular', 2);
    markup += nameOf(lines, names, y, height, size, line);
    profiles.forEach((profile, place) => {
      if (profile.notRecorded === null) return;
      const at = y + (height - bars) / 2 + place * (THICK + BETWEEN);
      // In a pyramid it belongs to neither half, so it lies across the middle.
      const long = axis.scale(profile.notRecorded);
      const start = sides ? middle - long / 2 : middle;
      const end = start + long;
      const edge = STYLES[place]?.stroke ?? INK;
      markup +=
        hatchedBox(id, start, at, Math.max(0.5, long), THICK) +
        tag('line', { x1: end, x2: end, y1: at, y2: at + THICK, stroke: edge, 'stroke-width': 2 }) +
        textAt(end + 6, at + THICK / 2 + small * 0.35, formatFigure(profile.notRecorded, 'proportion'), {
          size: small,
          fill: INK,
          halo: true,
        });
    });
    y += height;
  }
  const grid = halves.flatMap(({ x }) =>
    axis.ticks.map(({ value }) =>
      tag('line', { x1: x(value), x2: x(value), y1: top, y2: y, stroke: value === 0 ? LINE_GREY : HAIRLINE }),
    ),
  );
  return {
    height: y + 6,
    markup: grid.join('') + markup,
    key: key(profiles, input.intervalName, id, missing),
    notes,
  };
}

function asBar({ notRecorded }: PreparedProfile): Bar {
  return { share: notRecorded, interval: null };
}

function nameOf(
  lines: readonly string[],
  right: number,
  y: number,
  height: number,
  size: number,
  line: number,
): string {
  const first = y + height / 2 - ((lines.length - 1) * line) / 2 + size * 0.35;
  return linesAt(right, first, lines, line, { size, fill: INK, anchor: 'end' });
}

function drawBar(
  { share, interval }: Bar,
  { x, towards }: Half,
  y: number,
  style: (typeof STYLES)[number],
  size: number,
  id: string,
  row: number,
): string {
  const zero = x(0);
  const anchor = towards === 1 ? 'start' : 'end';
  const text = (at: number, words: string): string =>
    textAt(at + towards * 6, y + THICK / 2 + size * 0.35, words, { size, fill: INK, anchor, halo: true });
  if (share === null)
    return (
      hatchedBox(id, towards === 1 ? zero : zero - 16, y + 2, 16, THICK - 4) + text(zero + towards * 16, '–')
    );
  const end = x(share);
  const middle = y + THICK / 2;
  const whisker =
    interval === null
      ? ''
      : tag('line', {
          class: 'sc-interval',
          x1: x(interval.lower),
          x2: x(interval.upper),
          y1: middle,
          y2: middle,
          stroke: LINE_GREY,
          'stroke-width': 2.5,
        });
  const beyond = interval === null ? end : x(interval.upper);
  return (
    tag('rect', {
      class: 'sc-bar',
      'data-row': row,
      x: Math.min(zero, end),
      y,
      width: Math.max(0.5, Math.abs(end - zero)),
      height: THICK,
      ...style,
    }) +
    whisker +
    text(beyond, formatFigure(share, 'proportion'))
  );
}

function key(
  profiles: readonly PreparedProfile[],
  intervalName: string | undefined,
  id: string,
  missing: boolean,
): KeyEntry[] {
  const intervals = profiles.some(({ left, right }) =>
    [...left, ...right].some(({ interval }) => interval !== null),
  );
  return [
    ...profiles.map(({ name }, index) => ({
      words: name,
      draw: (x: number, y: number) =>
        tag('rect', { x: x - 7, y: y - 6, width: 14, height: 12, ...(STYLES[index] ?? STYLES[0]) }),
    })),
    ...(intervals ? [intervalKey(intervalName)] : []),
    ...(missing
      ? [{ words: 'not recorded', draw: (x: number, y: number) => hatchedBox(id, x - 7, y - 6, 14, 12) }]
      : []),
  ];
}
