export interface Tactic {
  readonly name: string;
  /** A `total` of a type of force, a `tactic`, or a `part` of the tactic above it; only tactics add up to their total. */
  readonly part: 'total' | 'tactic' | 'part';
}

const PARTS =
  /not stated|\b(?:drawn|used|aimed|fired|deployed|bite|discharge|non-discharge|arced|red-dot|drive-stun)\b|drive stun|compliant/i;
/** A tactic by itself, although a word of its name is one of parts. */
const WHOLE = /^spit and bite guard/i;

/**
 * A reader of the tactics of one table from top to bottom: "Handcuffing, of which" heads its parts, and a bare "Not stated" below it is
 * of handcuffing. Marks of sums ("*") and wordings that changed between years are evened out.
 */
export function tacticReader(): (published: string) => Tactic {
  let head = '';
  return (published) => {
    const text = published.replaceAll(/\s+/g, ' ').replace(/^\*/, '').trim();
    if (/^total\b/i.test(text))
      return { name: `Total: ${text.replace(/^total\s*/i, '').toLowerCase()}`, part: 'total' };
    const whole = /^(.+?),? of which$/i.exec(text)?.[1];
    if (whole !== undefined) {
      head = whole;
      return { name: whole, part: 'tactic' };
    }
    const unstated = /^not stated\s*(.*)$/i.exec(text);
    if (unstated) {
      const of = unstated[1] === '' || unstated[1] === undefined ? head : unstated[1];
      return { name: `${of.charAt(0).toUpperCase()}${of.slice(1)} not stated`, part: 'part' };
    }
    if (PARTS.test(text) && !WHOLE.test(text) && head !== '') return { name: text, part: 'part' };
    return { name: text, part: 'tactic' };
  };
}
