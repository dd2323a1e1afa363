/** Charts: numbers in, an accessible picture, its table and its reading out. The room's public entry. */
export type { Cell, Chart, ChartColumn, ChartHead, ChartTable } from './chart.ts';
export { comparisonDots } from './comparison-dots/comparison-dots.ts';
export type { ComparedArea, ComparedAverage, ComparisonDotsInput } from './comparison-dots/input.ts';
export { rankedAreas } from './ranked-areas/ranked-areas.ts';
export type { RankedArea, RankedAreasInput } from './ranked-areas/input.ts';
export { sparkLine } from './spark-line/spark-line.ts';
export type { SparkLineInput } from './spark-line/input.ts';
export { spcLine } from './spc-line/spc-line.ts';
export type { SeriesBreak, SpcComparator, SpcLimits, SpcLineInput, SpcPoint } from './spc-line/input.ts';
export { formatFigure, formatValue, NOT_AVAILABLE } from './words/format-value.ts';
export { listOf } from './words/list-of.ts';
export { dateName, periodName, shortPeriodName } from './words/period.ts';
export type { Every } from './words/period.ts';
export type { Unit } from './words/unit.ts';
export { variationOf } from './words/variation.ts';
export type { Better, Side, Signal, Variation } from './words/variation.ts';
export { markStyle, mark } from './drawing/marks.ts';
