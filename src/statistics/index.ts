/** The public entry of the statistics room: pure functions, numbers in, numbers out. */
export type { Interval } from './intervals/interval.ts';
export { byarInterval } from './intervals/byar.ts';
export { normalTwoSided } from './distributions/normal.ts';
export { exactBinomialInterval } from './intervals/exact-binomial.ts';
export { exactPoissonInterval } from './intervals/exact-poisson.ts';
export { jeffreysInterval } from './intervals/jeffreys.ts';
export { wilsonInterval } from './intervals/wilson.ts';
export { seededRandom, type Random } from './random.ts';
export { rankUncertainty, type Estimate, type RankOptions, type UnitRank } from './rank-uncertainty.ts';
export { rateRatio, ratioToConstant, type CountedRate, type Ratio } from './rate-ratio.ts';
export { compareWithYearBefore, type YearOnYear } from './seasonal-difference.ts';
export { levelSince, type LevelSince } from './level-since.ts';
export type { Series } from './series.ts';
export type { Assurance, Better, Variation } from './spc/icons.ts';
export type { Signal } from './spc/plot-the-dots.ts';
export type { SpcPoint } from './spc/point.ts';
export { xmr, type XmrOptions, type XmrResult, type XmrSegment } from './spc/xmr.ts';
export { StatisticsError, type StatisticsProblem } from './statistics-error.ts';
export { turning, type Turning, type TurningOptions, type TurningVerdict } from './turning.ts';
export { outlookInWords, turningOutlook } from './turning-outlook.ts';
export { funnelRanks } from './funnel/funnel-ranks.ts';
export { peerMeans, type PeerComparison, type PeerMean } from './funnel/peer-means.ts';
export { funnel, type Funnel, type FunnelOptions, type FunnelUnitResult } from './funnel/funnel.ts';
export {
  missingGroupBounds,
  oddsShiftRatio,
  type RatioBounds,
  type RecordedGroup,
} from './missing-group-bounds.ts';
export { exactRateRatio, midPRateRatio } from './ratios/exact-rate-ratio.ts';
export { mantelHaenszelRateRatio, type PooledRatio, type Stratum } from './ratios/mantel-haenszel.ts';
export { riskRatio } from './ratios/risk-ratio.ts';
export { rangesOverlap, shareBounds, type ShareBounds } from './share-bounds.ts';
export { isRatio, spcChart, type ChartOptions, type SpcChart } from './spc/chart.ts';
export type { ChartType } from './spc/chart-limits.ts';
export type { RuleSet } from './spc/rules.ts';
export type { FunnelData, FunnelUnit } from './funnel/funnel-scores.ts';
export { falseDiscoveryControl } from './benjamini-hochberg.ts';
export { spcAuto, type AutoChart, type AutoOptions } from './spc/auto.ts';
export { surveyDesign, type DesignColumns, type SurveyDesign } from './survey/design.ts';
export { varianceRoom } from './survey/domain-variance.ts';
export { surveyChange, surveyEstimate, type SurveyEstimate, type SurveyQuestion } from './survey/estimate.ts';
export { calibrated, raked, type KnownTotal, type Margin } from './survey/known-totals.ts';
export { raoScottTest, type RaoScott } from './survey/rao-scott.ts';
export { suppressionReasons, type SuppressionReason } from './survey/suppression.ts';
export { shareLimits, waldLimits, type SurveyIntervalKind } from './survey/survey-interval.ts';
export { levelBreaks, type LevelBreak, type LevelBreaks } from './breaks/level-breaks.ts';
export { grangerTest, type GrangerTest } from './linear/granger.ts';
export { poissonRegression, type PoissonRegression } from './linear/poisson-regression.ts';
export { regression, type Regression, type Regressor, type Term } from './linear/regression.ts';
export { sampledRegression, type SampledRegression } from './linear/sampled-regression.ts';
export { segmented, type Intervention, type Segmented, type SegmentedOptions } from './segmented.ts';
export {
  weightedDisplacement,
  type AreaCounts,
  type AreaRole,
  type WeightedDisplacement,
} from './displacement.ts';
export { groupTimeEffects, type Effect, type GroupTime } from './panel/group-time.ts';
export { balancedPanel, type BalancedPanel, type PanelRow } from './panel/panel.ts';
export { simplexWeights } from './panel/simplex-weights.ts';
export { syntheticControl, type SyntheticControl } from './panel/synthetic-control.ts';
export { demean, twoWayEffects, type TwoWayPanel } from './panel/two-way.ts';
export { areaAdjustedDifference, hitRateDifference, type Difference, type Searches } from './outcome-test.ts';
export { autoArima } from './forecast/arima/auto-arima.ts';
export { bestEts } from './forecast/ets.ts';
export { forecast, type ForecastModel, type ForecastResult } from './forecast/forecast.ts';
export type { ArimaOrder } from './forecast/arima/arima-order.ts';
export type { Forecast, ForecastTask } from './forecast/forecasts.ts';
export { getisOrd } from './places/getis-ord.ts';
export { knoxTest, type KnoxCell, type KnoxOptions } from './places/knox.ts';
export { moranTest, type MoranTest } from './places/moran.ts';
export { gridCounts, gridNeighbours, type Grid, type Neighbours } from './places/neighbours.ts';
export { predictionAccuracy, type PredictionAccuracy } from './places/prediction-accuracy.ts';
export { thresholdTest, type ThresholdTest } from './threshold/threshold-test.ts';
export type { SearchCell } from './threshold/searched-cell.ts';
export { sinksThrough } from './light/solar-position.ts';
export {
  veilOfDarkness,
  type VeiledStops,
  type VeilOfDarkness,
  type VeilOptions,
} from './veil-of-darkness.ts';
export { linkRecords, type Linkage, type LinkOptions, type LinkSide } from './linkage/link-records.ts';
export type { LinkKey } from './linkage/candidate-pairs.ts';
export { regressionToMean, type RegressionToMean } from './regression-to-mean.ts';
