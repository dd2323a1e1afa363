/** Id of the measure of a field: the share recorded. */
export function completenessMeasureId(set: string, field: string): string {
  return `completeness-${set}-${field}`;
}
