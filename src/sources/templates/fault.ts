/** One thing that is wrong with a file, and where: what a sender needs to put it right. JSON of `scrutineer check`. */
export interface Fault {
  readonly line: number | null;
  /** Heading of the column. */
  readonly column: string | null;
  /** Number of the column, from 1. */
  readonly position: number | null;
  readonly found: string;
  readonly problem: string;
  /** What may stand there, in words. */
  readonly allowed: string;
  /** The likeliest right value. */
  readonly nearest: string | null;
}
