import { quantileOfSorted } from '../quantile.ts';
import type { FunnelData, FunnelScore } from './funnel-scores.ts';

/** How much more units differ than chance alone allows. */
export interface Overdispersion {
  /** Mean squared score: 1 when there is only chance. */
  readonly phi: number;
  /** Variance between units that chance does not explain, on the scale of the scores. */
  readonly tau2: number;
}

/**
 * Spiegelhalter's φ = Σz²/n and τ² = max(0, (nφ − (n − 1)) / (Σw − Σw²/Σw)) with w = 1/s². Extreme units are kept from
 * hiding themselves: for ratios the outer `trim` of the scores at either end are left out, for the others they are
 * drawn in to the quantiles there. `trim` of 0 keeps all as they are.
 *
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202; trimming as in FunnelPlotR 0.6.0. Checked against
 * its six-unit example and `oracles/disparity_oracle.R`.
 */
export function overdispersion(scores: readonly FunnelScore[], data: FunnelData, trim = 0.1): Overdispersion {
  const z = scores.map(({ distance, deviation }) => distance / deviation);
  const kept = data === 'ratio' ? truncated(z, trim) : z.map((_, index) => index);
  const used = data === 'ratio' ? z : winsorised(z, trim);
  const n = kept.length;
  if (n === 0) return { phi: 1, tau2: 0 };
  const phi = kept.reduce((sum, index) => sum + (used[index] ?? 0) ** 2, 0) / n;
  const weights = kept.map((index) => 1 / (scores[index]?.deviation ?? 1) ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const spread = sum - weights.reduce((total, weight) => total + weight ** 2, 0) / sum;
  return { phi, tau2: spread > 0 ? Math.max(0, (n * phi - (n - 1)) / spread) : 0 };
}

/** Indices of the scores that stay when the outermost `trim` at either end go, by their ranks. */
function truncated(z: readonly number[], trim: number): number[] {
  const all = z.map((_, index) => index);
  if (trim === 0) return all;
  const groups = 1 / trim;
  return all.filter((index) => {
    const value = z[index] ?? 0;
    const below = z.filter((other) => other < value).length;
    const equal = z.filter((other) => other === value).length;
    const group = Math.floor(((below + (equal + 1) / 2) * groups) / (z.length + 1));
    return group > 0 && group < groups - 1;
  });
}

function winsorised(z: readonly number[], trim: number): number[] {
  const sorted = [...z].sort((a, b) => a - b);
  const [low, high] = [quantileOfSorted(sorted, trim), quantileOfSorted(sorted, 1 - trim)];
  return z.map((value) => Math.min(high, Math.max(low, value)));
}
