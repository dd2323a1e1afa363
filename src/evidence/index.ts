/** Evidence: questions, the findings that answer them, and claims of the record judged by them. */
export { ask } from './ask.ts';
export { ClaimBoard } from './claim-board.ts';
export { toPublicClaim, type NamedClaim, type PublicClaim, type PublicJudgement } from './claims-report.ts';
export { checkClaim, type CheckedClaim, type Claim, type Judgement } from './check-claim.ts';
export { claimState, type ClaimState, type Verdict } from './claim-state.ts';
export { comparedSeries, type ComparedObservation, type ComparedSeries } from './compared-series.ts';
export type { EvidenceContext, ReadingSide } from './context.ts';
export type { Finding, Input } from './finding.ts';
export { parseQuestion, QUESTION_KINDS, questionOf, writeQuestion, type Question } from './question.ts';
export { runOf, type Cadence, type Run } from './cadence.ts';
export type { ComparatorName, ComparatorVerdict } from './comparator-verdict.ts';
export { judgedRun, type JudgedRun } from './judged-run.ts';
export { leftOutNotes } from './left-out-notes.ts';
export { MeasureBoard } from './measure-board.ts';
export {
  heldSummary,
  measureSummary,
  summarisedMeasures,
  type HeldSummary,
  type MeasureSummary,
} from './measure-summary.ts';
export { changeTone, type ChangeVerdict, type MeasuredChange } from './measured-change.ts';
export { signed as signedChange } from './what-changed/signed.ts';
export type { SparkValues } from './spark-values.ts';
export type { VariationNow } from './variation-now.ts';
export {
  areaInWords,
  dateInWords,
  monthInWords,
  percentChange,
  pointsChange,
  spanInWords,
  valueInWords,
} from './words.ts';
