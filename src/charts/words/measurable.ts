/** Beyond this no published measure goes, and axes stop making sense. */
const LARGEST = 1e15;
const SMALLEST = 1e-9;

/**
 * The value when it is a number that can be drawn, else null. Not-a-number, infinity and sizes beyond 10¹⁵ are
 * answered as not available; anything nearer to nought than 10⁻⁹ is nought.
 */
export function measurable(value: number | null | undefined): number | null {
  if (value === null || value === undefined || !Number.isFinite(value) || Math.abs(value) > LARGEST)
    return null;
  return Math.abs(value) < SMALLEST ? 0 : value;
}
