import type { Cell } from '../lake/engine.ts';

/** A release that an answer rests on. */
export interface Input {
  readonly release: string;
  readonly sha256: string;
}

export type FindingNumbers = Readonly<Record<string, Cell | readonly Readonly<Record<string, Cell>>[]>>;

/** The answer to a question, with everything needed to run it again. JSON of `scrutineer ask`. */
export interface Finding {
  /** The question as it would be typed. */
  readonly question: string;
  readonly verdict: string;
  /** The answer in one sentence, with its number and its uncertainty. */
  readonly sentence: string;
  readonly numbers: FindingNumbers;
  /** What a careful reader must know before relying on it. */
  readonly caveats: readonly string[];
  readonly method: string;
  readonly method_version: string;
  /** Version of the measure's definition. */
  readonly definition: string;
  readonly inputs: readonly Input[];
  /** First and last day of the periods that the answer rests on; null without data. */
  readonly from: string | null;
  readonly to: string | null;
}
