import type { Chart, ChartTable } from '../chart.ts';
import { highestFirst } from '../comparison-dots/prepare.ts';
import { intervalKey } from '../dot-rows/interval-key.ts';
import { drawDotRows } from '../dot-rows/dot-rows.ts';
import { framed } from '../drawing/frame.ts';
import type { Body, Canvas } from '../drawing/frame.ts';
import type { KeyEntry } from '../drawing/key.ts';
import { mark, markStyle } from '../drawing/marks.ts';
import type { MarkStyle } from '../drawing/marks.ts';
import { formatFigure } from '../words/format-value.ts';
import { drawableInterval } from '../words/interval.ts';
import { measurable } from '../words/measurable.ts';
import { variationOf } from '../words/variation.ts';
import type { Side } from '../words/variation.ts';
import type { RankedAreasInput } from './input.ts';
import { rankingReading } from './reading.ts';
import type { RankedRow } from './reading.ts';

/**
 * Areas from the highest value to the lowest, each with its interval and the ranks that chance leaves open, against
 * an average drawn through all of them. Right with 33 rows and with 200; intervals and ranks may be absent.
 */
export function rankedAreas(input: RankedAreasInput): Chart {
  const rows = ranked(input);
  const reading = rankingReading(input, rows);
  return {
    svg: framed(input, reading, 'ranked-areas', (canvas) => draw(input, rows, canvas)),
    table: table(input, rows),
    reading,
  };
}

/** Ranks count from 1 at the highest value; equal values share the better rank. */
function ranked({ areas }: RankedAreasInput): RankedRow[] {
  const sorted = areas
    .map(({ name, value, lower, upper, rankLower, rankUpper, told, highlighted }) => {
      const known = measurable(value);
      const ranks = known === null ? null : drawableInterval(rankLower, rankUpper);
      return {
        name,
        value: known,
        interval: known === null ? null : drawableInterval(lower, upper),
        ranks,
        told: known === null ? null : (told ?? null),
        highlighted: highlighted === true,
      };
    })
    .toSorted(highestFirst);
  let rank = 0;
  return sorted.map((row, index) => {
    if (index === 0 || sorted[index - 1]?.value !== row.value) rank = index + 1;
    return Object.assign(row, { rank: row.value === null ? null : rank });
  });
}

function draw(input: RankedAreasInput, rows: readonly RankedRow[], canvas: Canvas): Body {
  const references = (input.averages ?? []).flatMap(({ name, value }) => {
    const level = measurable(value);
    return level === null ? [] : [{ value: level, label: `${name} ${formatFigure(level, input.unit)}` }];
  });
  const { markup, height, fromZero } = drawDotRows(
    {
      unit: input.unit,
      zero: input.zero !== false,
      rows: rows.map((row) => ({
        ...row,
        emphasis: row.highlighted ? 'strong' : 'normal',
        mark: row.told === null ? undefined : toldMark(input, row.told),
        aside: row.ranks === null ? undefined : rankWords(row.ranks),
      })),
      references,
      asideHead: 'rank',
    },
    canvas,
  );
  const known = rows.filter(({ value }) => value !== null);
  return {
    height,
    markup,
    key: [
      ...(known.some(({ interval }) => interval !== null) ? [intervalKey(input.intervalName)] : []),
      ...toldKey(input, known),
    ],
    notes: [
      ...(fromZero ? [] : ['The axis does not begin at zero.']),
      ...(known.some(({ ranks }) => ranks !== null)
        ? ['Rank: the places that chance leaves open; 1 is the highest value.']
        : []),
      ...(rows.length === 0 ? ['There is nothing to rank.'] : []),
      ...(input.notes ?? []),
    ],
  };
}

/** A triangle that points to its side; its colour says whether that side is the good one. */
function toldMark({ better }: RankedAreasInput, side: Side): MarkStyle {
  return { shape: side, colour: markStyle(variationOf(side, better ?? 'neither'), side).colour };
}

function toldKey(input: RankedAreasInput, rows: readonly RankedRow[]): KeyEntry[] {
  const reference = input.averages?.[0]?.name ?? 'the average';
  const entry = (side: Side): KeyEntry[] =>
    rows.some(({ told }) => told === side)
      ? [
          {
            words: `${side === 'up' ? 'above' : 'below'} ${reference}${input.toldBy === undefined ? '' : `, ${input.toldBy}`}`,
            draw: (x, y) => mark(x, y, 4, toldMark(input, side)),
          },
        ]
      : [];
  return [...entry('up'), ...entry('down')];
}

function rankWords({ lower, upper }: { lower: number; upper: number }): string {
  return lower === upper ? String(lower) : `${lower}–${upper}`;
}

function table({ title, subtitle, unit }: RankedAreasInput, rows: readonly RankedRow[]): ChartTable {
  const intervals = rows.some(({ interval }) => interval !== null);
  const ranks = rows.some((row) => row.ranks !== null);
  const told = rows.some((row) => row.told !== null);
  const range = (key: string, label: string, of: 'value' | 'rank'): ChartTable['columns'] => [
    { key: `${key}lower`, label: `${label} from`, numeric: true, unit: of === 'value' ? unit : 'count' },
    { key: `${key}upper`, label: `${label} to`, numeric: true, unit: of === 'value' ? unit : 'count' },
  ];
  return {
    caption: `${title.trim()} ${subtitle.trim()}`.trim(),
    columns: [
      { key: 'rank', label: 'Rank', numeric: true, unit: 'count' },
      { key: 'area', label: 'Area', numeric: false },
      { key: 'value', label: 'Value', numeric: true, unit },
      ...(intervals ? range('', 'Interval', 'value') : []),
      ...(ranks ? range('rank_', 'Rank', 'rank') : []),
      ...(told ? [{ key: 'told', label: 'Told from the average', numeric: false }] : []),
    ],
    rows: rows.map((row) => [
      row.rank,
      row.name,
      row.value,
      ...(intervals ? [row.interval?.lower ?? null, row.interval?.upper ?? null] : []),
      ...(ranks ? [row.ranks?.lower ?? null, row.ranks?.upper ?? null] : []),
      ...(told ? [row.told === null ? null : row.told === 'up' ? 'above' : 'below'] : []),
    ]),
  };
}
