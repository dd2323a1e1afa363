/** The names of a list that stand in it exactly twice. */
export function namesTwice(names: readonly string[]): Set<string> {
  const counts = Map.groupBy(names, (name) => name);
  return new Set([...counts].filter(([, each]) => each.length === 2).map(([name]) => name));
}
