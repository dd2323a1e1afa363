/**
 * Weights ≥ 0 that add to 1 and bring a mix of donors closest to a target, by the active-set method on the normal
 * equations (with 1e-10 of their scale on the diagonal, so that twins among donors share their weight).
 *
 * @param donors one array a donor, as long as `target`
 */
export function simplexWeights(target: Float64Array, donors: readonly Float64Array[]): Float64Array {
  const count = donors.length;
  const gram = donors.map((a) => Float64Array.from(donors, (b) => dot(a, b)));
  // All is judged against this size; donors that are nothing beside the target count as equal.
  const scale = gram.reduce(
    (most, row, i) => Math.max(most, row[i] ?? 0),
    Math.max(1e-100, 1e-14 * dot(target, target)),
  );
  const ridge = 1e-10 * scale;
  for (const [i, row] of gram.entries()) row[i] = (row[i] ?? 0) + ridge;
  const along = Float64Array.from(donors, (donor) => dot(donor, target));
  const weights = new Float64Array(count);
  let first = 0;
  for (let i = 1; i < count; i++) if (loss(gram, along, i) < loss(gram, along, first)) first = i;
  weights[first] = 1;
  const free = new Set([first]);
  for (let round = 0; round < 50 * count; round++) {
    settle(gram, along, weights, free, scale);
    const slope = Float64Array.from(gram, (row, i) => dot(row, weights) - (along[i] ?? 0));
    const level = [...free].reduce((sum, i) => sum + (slope[i] ?? 0) * (weights[i] ?? 0), 0);
    let best = -1;
    for (let i = 0; i < count; i++) {
      if (!free.has(i) && (best < 0 || (slope[i] ?? 0) < (slope[best] ?? 0))) best = i;
    }
    if (best < 0 || (slope[best] ?? 0) >= level - 1e-12 * scale) break;
    free.add(best);
  }
  // Steps keep the sum at 1 but for rounding, which badly conditioned donors can magnify.
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Moves to the best weights on the free donors; those that would turn negative are dropped on the way. */
function settle(
  gram: readonly Float64Array[],
  along: Float64Array,
  weights: Float64Array,
  free: Set<number>,
  scale: number,
): void {
  for (;;) {
    const members = [...free];
    const wanted = equalityBest(gram, along, members, scale);
    let step = 1;
    let blocking = -1;
    for (const [k, i] of members.entries()) {
      const [from, to] = [weights[i] ?? 0, wanted[k] ?? 0];
      if (to > 0 || from - to <= 0) continue;
      if (from / (from - to) < step) {
        step = from / (from - to);
        blocking = i;
      }
    }
    for (const [k, i] of members.entries())
      weights[i] = Math.max(0, (weights[i] ?? 0) + step * ((wanted[k] ?? 0) - (weights[i] ?? 0)));
    if (blocking < 0) return;
    weights[blocking] = 0;
    free.delete(blocking);
  }
}

/** Least squares on some donors with weights adding to 1: the bordered system, solved by elimination with pivoting. */
function equalityBest(
  gram: readonly Float64Array[],
  along: Float64Array,
  members: readonly number[],
  scale: number,
): number[] {
  const n = members.length;
  const work = members.map((i) => [
    ...members.map((j) => (gram[i]?.[j] ?? 0) / scale),
    1,
    (along[i] ?? 0) / scale,
  ]);
  work.push([...members.map(() => 1), 0, 1]);
  for (let column = 0; column <= n; column++) {
    let best = column;
    for (let row = column; row <= n; row++) {
      if (Math.abs(work[row]?.[column] ?? 0) > Math.abs(work[best]?.[column] ?? 0)) best = row;
    }
    [work[column], work[best]] = [work[best] ?? [], work[column] ?? []];
    const pivot = work[column] ?? [];
    const size = pivot[column] ?? 0;
    if (size === 0) continue;
    for (const [row, other] of work.entries()) {
      if (row === column) continue;
      const factor = (other[column] ?? 0) / size;
      for (let k = column; k < other.length; k++) other[k] = (other[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  return members.map((_, k) => (work[k]?.[n + 1] ?? 0) / (work[k]?.[k] ?? 1));
}

function loss(gram: readonly Float64Array[], along: Float64Array, i: number): number {
  return (gram[i]?.[i] ?? 0) - 2 * (along[i] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
