/** Areas, their names and sums; what they are compared with; and where their series break. */
export type { AliasRow, Area, AreaCode, AreaType } from './area.ts';
export { AREA_TYPES } from './area.ts';
export type { Areas, TypeFilter } from './areas.ts';
export { foldName, foldSql } from './fold-name.ts';
export { loadAreas } from './load-areas.ts';
