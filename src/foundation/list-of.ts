/**
 * Names as they stand in a sentence: "a", "a and b", "a, b and c". With `most`, the rest are counted: "a, b and 7 others".
 */
export function listOf(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const shown =
    names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : [...names];
  const last = shown.pop();
  if (last === undefined) return '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
