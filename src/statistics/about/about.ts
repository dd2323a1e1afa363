/** What a person should know about a method before trusting it. `--explain` and the pages in docs/methods come from it. */
export interface AboutMethod {
  /** The word used on the command line. */
  readonly method: string;
  readonly title: string;
  /** What question it answers, in a sentence or two. */
  readonly answers: string;
  readonly formula: string;
  readonly assumptions: readonly string[];
  readonly notWhen: readonly string[];
  readonly sources: readonly string[];
  /** The calls, mostly of R, that its numbers were compared with. */
  readonly checkedWith: readonly string[];
  /** Raised whenever the same input can give another answer. */
  readonly version: string;
}
