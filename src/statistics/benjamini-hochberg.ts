/**
 * Which of many tests remain when the share of false discoveries is held at `rate`: Benjamini and Hochberg's step-up.
 * Returns one answer a p-value, in their order.
 *
 * Source: Benjamini & Hochberg (1995), JRSS B 57, 289–300. Checked against R: `p.adjust(p, "BH") <= rate`.
 */
export function falseDiscoveryControl(pValues: readonly number[], rate: number): boolean[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const last = order.findLastIndex(({ p }, rank) => p <= ((rank + 1) * rate) / pValues.length);
  const keep = new Set(order.slice(0, last + 1).map(({ index }) => index));
  return pValues.map((_, index) => keep.has(index));
}
