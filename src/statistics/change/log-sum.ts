/** Logarithm of the sum of numbers that are given by their logarithms. */
export function logSum(logarithms: ArrayLike<number>): number {
  let most = -Infinity;
  for (let i = 0; i < logarithms.length; i++) most = Math.max(most, logarithms[i] as number);
  if (most === -Infinity) return -Infinity;
  let sum = 0;
  for (let i = 0; i < logarithms.length; i++) sum += Math.exp((logarithms[i] as number) - most);
  return most + Math.log(sum);
}
