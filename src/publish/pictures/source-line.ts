import type { EvidenceContext, Input } from '../../evidence/index.ts';

/** Publisher and title of the releases behind a picture: "Office for National Statistics, Police force area data tables". */
export function sourceLine({ lake }: EvidenceContext, inputs: readonly Input[]): string | undefined {
  const used = new Set(inputs.map(({ release }) => release));
  const names = lake
    .releases()
    .filter(({ release }) => used.has(release))
    .map(({ publisher, title }) => `${publisher}, ${title}`);
  return names.length === 0 ? undefined : `${[...new Set(names)].join('; ')}.`;
}
