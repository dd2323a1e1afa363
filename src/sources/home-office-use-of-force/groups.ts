/** What the groups of a table are, told by one of them that no other table has. */
const TOLD_BY: readonly (readonly [group: string, type: string])[] = [
  ['under 11 years', 'age'],
  ['white', 'ethnicity'],
  ['male', 'gender'],
  ['physical and mental', 'disability'],
  ['protect self', 'reason'],
  ['possession of a weapon', 'impact factor'],
  ['made off/escaped', 'outcome'],
  ['street/ highway', 'location'],
];

/** The kind of group that the headings of a table name; null where they name none that is known. All are as officers perceived them. */
export function groupTypeOf(headings: readonly string[], title: string): string | null {
  const folded = new Set(headings.map((heading) => groupName(heading).toLowerCase()));
  const type = TOLD_BY.find(([group]) => folded.has(group))?.[1] ?? null;
  return type === 'disability' && /health.condition/i.test(title) ? 'health condition' : type;
}

/** A heading without line breaks: "Under 11 \nyears". */
export function groupName(heading: string): string {
  return heading.replaceAll(/\/\s+/g, '/ ').replaceAll(/\s+/g, ' ').trim();
}

/** Whether a heading is that of all groups together, and what it counts: times a tactic was used, or incidents. */
export function wholeOf(heading: string): 'uses' | 'incidents' | null {
  if (/^number of times tactic/i.test(groupName(heading))) return 'uses';
  if (/^total$/i.test(groupName(heading))) return 'uses';
  return /^(total (number of )?incidents|number of incidents)/i.test(groupName(heading)) ? 'incidents' : null;
}
