/** Marks an item, paragraph or action whose number the document did not print. The key is absent otherwise, not false. */
export function markGiven<T extends object>(value: T, given: boolean): T & { readonly given?: true } {
  return given ? { ...value, given: true } : value;
}
