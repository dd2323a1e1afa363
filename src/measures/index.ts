/** Measures: what is counted, and the series that the lake gives of it. */
export {
  completenessOf,
  type Completeness,
  type CompletenessRequest,
  type FieldCompleteness,
  type PeriodCompleteness,
} from './completeness/completeness-of.ts';
export { STATUSES, type Status } from './completeness/status.ts';
export type { Doubt, DoubtQuestion, Doubts } from './doubts.ts';
export { EVERY, periodOfDays, type Every, type Period } from './every.ts';
export { figureNames } from './figure-names.ts';
export { DefinitionHistory, type DatedDefinition } from './definition-history.ts';
export { loadMeasures, type Measures } from './load-measures.ts';
export type { Direction, Feed, Measure, MeasureKind } from './measure.ts';
export { MixedSeriesError } from './mixed-series-error.ts';
export type { Flag, Observation, Series } from './observation.ts';
export { Populations } from './populations.ts';
export { feedFor, seriesOf, type MeasureContext, type SeriesRequest } from './series.ts';
export { splitsOf } from './splits-of.ts';
export { byTheme, loadThemes, type Theme, type Themed } from './themes.ts';
export { withRecipe } from './with-recipe.ts';
