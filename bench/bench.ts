/** One comparison: our median time against a peer's (or a fixed allowance), both in milliseconds. */
export interface Measurement {
  readonly what: string;
  readonly ours: number;
  /** What ours is held against: "bare DuckDB COPY", "polars 2.1", "limit". */
  readonly against: string;
  readonly theirs: number;
  /** Ours over theirs: the median of paired runs where runs alternated. */
  readonly ratio: number;
  /** The ratio may be at most this; null where a peer is shown for information only. */
  readonly limit: number | null;
}

export interface BenchContext {
  /** A folder that is removed after the run. */
  readonly scratch: string;
  /** Says what is being done, for people who wait. */
  readonly say: (text: string) => void;
}

/** What each `*.bench.ts` exports as `bench`. */
export type Bench = (context: BenchContext) => Promise<readonly Measurement[]>;
