/**
 * Whether sums of fourth powers of a number, and of their reciprocals, stay within what a computer can hold. Nothing that is
 * counted or surveyed comes near these ends: a number beyond them is a slip of the pen or a broken export.
 */
export function isReckonable(value: number): boolean {
  const size = Math.abs(value);
  return value === 0 || (size >= 1e-50 && size <= 1e50);
}
