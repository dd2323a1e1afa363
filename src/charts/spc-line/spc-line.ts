import type { Chart } from '../chart.ts';
import { framed } from '../drawing/frame.ts';
import type { SpcLineInput } from './input.ts';
import { drawSpc } from './plot.ts';
import { prepare } from './prepare.ts';
import { spcReading } from './reading.ts';
import { spcTable } from './table.ts';

/**
 * A measure over time against the range that chance alone would give (a statistical process control chart). Points
 * that a rule marks differ in shape and colour; gaps stay gaps, nothing is joined across a break of the series, and
 * limits, comparators, target and the last point are named where they end. Limits and signals are given, not
 * calculated here. Never throws on degenerate data: without any figure the picture says so.
 */
export function spcLine(input: SpcLineInput): Chart {
  const series = prepare(input);
  const reading = spcReading(input, series);
  return {
    svg: framed(input, reading, 'spc-line', (canvas) => drawSpc(input, series, canvas)),
    table: spcTable(input, series),
    reading,
  };
}
