import widths from './character-widths.json' with { type: 'json' };

export type Weight = 'regular' | 'bold';

const TABLES: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  regular: byCharacter(widths.regular),
  bold: byCharacter(widths.bold),
};

/** A character outside the table is taken to be as wide as it is high, which few exceed. */
const UNKNOWN = 1000;

/**
 * Pixels that text takes at a type size, measured as Arial. Source Sans 3, the first choice of font, is narrower,
 * so what fits by this measure fits.
 */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const table = TABLES[weight];
  let thousandths = 0;
  for (const character of text) thousandths += table.get(character) ?? UNKNOWN;
  return (thousandths * size) / 1000;
}

function byCharacter(byWidth: Readonly<Record<string, string>>): Map<string, number> {
  const table = new Map<string, number>();
  for (const [width, characters] of Object.entries(byWidth)) {
    for (const character of characters) table.set(character, Number(width));
  }
  return table;
}
