/** The public entry of the statistics room: pure functions, numbers in, numbers out. */
export type { Interval } from './intervals/interval.ts';
export { byarInterval } from './intervals/byar.ts';
export { exactBinomialInterval } from './intervals/exact-binomial.ts';
export { exactPoissonInterval } from './intervals/exact-poisson.ts';
export { jeffreysInterval } from './intervals/jeffreys.ts';
export { wilsonInterval } from './intervals/wilson.ts';
export { seededRandom, type Random } from './random.ts';
export { rankUncertainty, type Estimate, type RankOptions, type UnitRank } from './rank-uncertainty.ts';
export { rateRatio, ratioToConstant, type CountedRate, type Ratio } from './rate-ratio.ts';
export { compareWithYearBefore, type YearOnYear } from './seasonal-difference.ts';
export type { Series } from './series.ts';
export type { Assurance, Better, Variation } from './spc/icons.ts';
export type { Signal } from './spc/plot-the-dots.ts';
export { xmr, type SpcPoint, type XmrOptions, type XmrResult, type XmrSegment } from './spc/xmr.ts';
export { StatisticsError, type StatisticsProblem } from './statistics-error.ts';
export { turning, type Turning, type TurningOptions, type TurningVerdict } from './turning.ts';
