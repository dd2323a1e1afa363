import names from './body-names.json' with { type: 'json' };

const ALIASES = new Map(
  Object.entries(names).flatMap(([name, aliases]) => aliases.map((alias) => [fold(alias), name] as const)),
);

/** The one name under which a body's actions are gathered: "the Met" is "MPS". A body that has no alias keeps its name. */
export function canonicalBody(printed: string): string {
  const bare = printed.replace(/^the\s+/i, '').trim();
  return ALIASES.get(fold(bare)) ?? bare;
}

/** Every alias that is an ordinary word to look at ("Met"), for patterns that must know it as a body. */
export const bodyAliases: readonly string[] = Object.values(names).flat();

function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();
}
