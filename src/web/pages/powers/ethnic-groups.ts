/** The five groups that publications share, in the order in which they are shown. */
export const GROUPS = ['Asian', 'Black', 'Mixed', 'White', 'Other'] as const;
export type Group = (typeof GROUPS)[number];

/** The group that all others are set against. */
export const REFERENCE = 'White' satisfies Group;

export const COMPARED = GROUPS.filter((group) => group !== REFERENCE);

/**
 * The group that a publisher's label stands for: "Black (or Black British)" is Black, "Chinese" is Asian, as in the census
 * of 2021. Null for what says nothing: not stated, unknown, blank.
 */
export function groupOf(label: string): Group | null {
  const word = /^[a-z]+/.exec(label.trim().toLowerCase())?.[0];
  if (word === 'chinese') return 'Asian';
  return GROUPS.find((group) => group.toLowerCase() === word) ?? null;
}
