/** The best way to cut a series into stretches of constant level: ends of all stretches but the last, and what is left over. */
export interface Partition {
  readonly ends: readonly number[];
  readonly rss: number;
}

/**
 * Best partitions with 0 to `most` breaks, each stretch at least `least` points, by dynamic programming over
 * cumulative sums (taken about the mean, so that large levels lose no digits).
 */
export function bestPartitions(y: Float64Array, least: number, most: number): Partition[] {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    const value = (y[i] as number) - mean;
    sums[i + 1] = (sums[i] as number) + value;
    squares[i + 1] = (squares[i] as number) + value * value;
  }
  const cost = (from: number, to: number) => {
    const sum = (sums[to] as number) - (sums[from] as number);
    return Math.max(0, (squares[to] as number) - (squares[from] as number) - (sum * sum) / (to - from));
  };
  const partitions: Partition[] = [{ ends: [], rss: cost(0, n) }];
  // best[i]: least cost of the first i points cut into as many stretches as there are breaks so far, plus one.
  let best = Float64Array.from({ length: n + 1 }, (_, i) => (i >= least ? cost(0, i) : Infinity));
  const cuts: Int32Array[] = [];
  for (let breaks = 1; breaks <= most; breaks++) {
    const next = new Float64Array(n + 1).fill(Infinity);
    const cut = new Int32Array(n + 1);
    for (let i = (breaks + 1) * least; i <= n; i++) {
      for (let j = breaks * least; j <= i - least; j++) {
        const total = (best[j] as number) + cost(j, i);
        if (total < (next[i] as number)) {
          next[i] = total;
          cut[i] = j;
        }
      }
    }
    cuts.push(cut);
    best = next;
    const rss = next[n] as number;
    if (rss === Infinity) break;
    partitions.push({ ends: trace(cuts, n), rss });
  }
  return partitions;
}

function trace(cuts: readonly Int32Array[], n: number): number[] {
  const ends: number[] = [];
  let at = n;
  for (const cut of cuts.toReversed()) {
    at = cut[at] as number;
    ends.unshift(at);
  }
  return ends;
}
