import type { ScaleLinear } from 'd3-scale';
import { GREY, INK, LINE_GREY } from '../drawing/palette.ts';
import { markStyle } from '../drawing/marks.ts';
import { placeLabels } from '../drawing/place-labels.ts';
import type { LabelWish } from '../drawing/place-labels.ts';
import { coordinate as c, tag } from '../drawing/svg.ts';
import { textAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import type { TypeSizes } from '../drawing/type-sizes.ts';
import { wrapText } from '../drawing/wrap-text.ts';
import { formatFigure } from '../words/format-value.ts';
import { shortPeriodName } from '../words/period.ts';
import type { SpcLineInput } from './input.ts';
import type { PreparedPoint, PreparedSeries } from './prepare.ts';

/** A label at the right end of the plot, before it is given its place. */
export interface EndLabel {
  readonly value: number;
  /** Month number of what it names. */
  readonly middle: number;
  /** First line in bold, when there is one. */
  readonly bold?: string;
  readonly words: string;
  readonly fill: string;
  readonly importance: number;
}

interface Wish extends LabelWish {
  readonly label: EndLabel;
  readonly lines: readonly string[];
}

/** All that is named at the right end: the last point, target, comparators, average and limits. */
export function endLabels(input: SpcLineInput, series: PreparedSeries): EndLabel[] {
  const figure = (value: number): string => formatFigure(value, input.unit);
  const labels: EndLabel[] = [];
  const last = series.points.findLast((point) => point.value !== null);
  if (last && last.value !== null) {
    const fill = last.variation === 'none' ? INK : markStyle(last.variation, last.side).colour;
    labels.push({
      value: last.value,
      middle: last.middle,
      bold: figure(last.value),
      words: shortPeriodName(last.date, input.every),
      fill,
      importance: 10,
    });
  }
  if (series.target)
    labels.push({
      value: series.target.value,
      middle: Infinity,
      words: `${figure(series.target.value)} ${series.target.label}`,
      fill: INK,
      importance: 8,
    });
  for (const [line, importance] of [
    ...series.comparators.map((line) => [line, 7] as const),
    ...(series.earlier ? [[series.earlier, 6] as const] : []),
  ]) {
    const end = line.points.findLast((point) => point.value !== null);
    if (end && end.value !== null)
      labels.push({
        value: end.value,
        middle: end.middle,
        words: `${figure(end.value)} ${line.name}`,
        fill: GREY,
        importance,
      });
  }
  const limited: PreparedPoint | undefined = series.points.findLast((point) => point.limits !== null);
  if (limited?.limits) {
    const { centre, lower, upper } = limited.limits;
    const middle = Infinity;
    labels.push({ value: centre, middle, words: `${figure(centre)} average`, fill: GREY, importance: 5 });
    if (upper > lower) {
      labels.push({ value: upper, middle, words: `${figure(upper)} upper limit`, fill: GREY, importance: 4 });
      labels.push({ value: lower, middle, words: `${figure(lower)} lower limit`, fill: GREY, importance: 3 });
    }
  }
  return labels;
}

/** Room that the labels need beside the plot; on a narrow picture they wrap rather than squeeze it. */
export function endLabelRoom(
  labels: readonly EndLabel[],
  width: number,
  { small, label }: TypeSizes,
): number {
  if (labels.length === 0) return 8;
  // Figures never wrap; words do.
  const figures = Math.max(0, ...labels.map(({ bold }) => textWidth(bold ?? '', label + 2, 'bold')));
  const widest = Math.max(0, ...labels.map(({ words }) => textWidth(words, small)));
  return Math.ceil(Math.max(figures, Math.min(widest, width * (width < 480 ? 0.27 : 0.22)))) + 18;
}

/** The labels in the room right of the plot, none over another, each tied to what it names by a hair line. */
export function drawEndLabels(
  labels: readonly EndLabel[],
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
  box: { readonly right: number; readonly room: number; readonly top: number; readonly bottom: number },
  { small, label: labelSize }: TypeSizes,
): string {
  const line = Math.round(small * 1.2);
  const left = box.right + 14;
  const wishes = labels.map((label): Wish => {
    const lines = wrapText(label.words, box.room - 18, small, 'regular', 4);
    const height = lines.length * line + (label.bold === undefined ? 0 : labelSize + 4);
    return { label, lines, height, at: y(label.value), importance: label.importance };
  });
  return placeLabels(wishes, box.top - 6, box.bottom + 6, 3)
    .map(({ wish: { label, lines, height }, at }) => {
      const from = Math.min(box.right, x(Math.min(label.middle, 1e9)));
      const target = y(label.value);
      const tie = tag('path', {
        class: 'sc-tie',
        d: `M${c(from + (label.bold === undefined ? 2 : 7))},${c(target)}H${c(Math.max(from + 8, box.right + 2))}L${c(left - 3)},${c(at)}`,
        fill: 'none',
        stroke: LINE_GREY,
        'stroke-width': 0.75,
      });
      let baseline = at - height / 2;
      let text = '';
      if (label.bold !== undefined) {
        baseline += labelSize + 2;
        text += textAt(left, baseline, label.bold, {
          size: labelSize + 2,
          weight: 'bold',
          fill: label.fill,
          className: 'sc-last',
        });
        baseline += 2;
      }
      lines.forEach((words, index) => {
        text += textAt(left, baseline + small * 0.95 + index * line, words, {
          size: small,
          fill: label.fill,
        });
      });
      return tie + text;
    })
    .join('');
}
