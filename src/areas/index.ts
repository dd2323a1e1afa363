/** Areas, their names and sums; what they are compared with; and where their series break. */
export type { AliasRow, Area, AreaCode, AreaType } from './area.ts';
export { AREA_TYPES } from './area.ts';
export type { Areas, TypeFilter } from './areas.ts';
export { foldName, foldSql } from './fold-name.ts';
export { loadAreas } from './load-areas.ts';
export type { AverageConvention, MemberAverage, MemberRate } from './average-of-members.ts';
export { averageOfMembers, effectOfSwitching } from './average-of-members.ts';
export type { BaselineYear, Comparator, ComparatorKind, ComparatorStatus, Weighting } from './comparator.ts';
export { COMPARATOR_KINDS, describeComparator } from './comparator.ts';
export type { Comparators } from './comparators.ts';
export { loadComparators } from './load-comparators.ts';
export type { Breaks } from './breaks.ts';
export { loadBreaks } from './load-breaks.ts';
export type { BreakKind, SeriesBreak } from './series-break.ts';
