/**
 * Gelman and Rubin's ratio on halved chains: 1 where all tell the same. Source: Gelman and others (2013), Bayesian Data
 * Analysis, section 11.4.
 */
export function rHat(chains: readonly (readonly number[])[]): number {
  const halves = chains.flatMap((chain) => [chain.slice(0, chain.length / 2), chain.slice(chain.length / 2)]);
  const n = halves[0]?.length ?? 0;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: readonly number[]) => {
    const centre = mean(values);
    return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
  };
  const within = mean(halves.map(variance));
  return within > 0 ? Math.sqrt((n - 1) / n + variance(halves.map(mean)) / within) : 1;
}
