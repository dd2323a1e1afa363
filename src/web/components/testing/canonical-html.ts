/**
 * HTML in a form in which two texts are equal exactly when a browser would build and set them alike: entities decoded,
 * attributes in one order, void tags without slash, and white space folded as inline layout folds it (to one space,
 * and to none at the edge of a block). For tests only: it reads the well-formed HTML that templates print, not all HTML.
 */
export function canonicalHtml(html: string): string[] {
  const out: string[] = [];
  let space = false;
  let atBlockEdge = true;
  for (const [token] of html.matchAll(
    /<!--[\s\S]*?-->|<\/?[a-zA-Z][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^<]+/g,
  )) {
    if (token.startsWith('<!--')) continue;
    if (token.startsWith('<')) {
      const tag = canonicalTag(token);
      if (tag === '') continue;
      out.push(tag);
      if (!INLINE.has(/^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? '')) {
        space = false;
        atBlockEdge = true;
      }
      continue;
    }
    for (const part of decode(token).split(/([ \t\r\n]+)/)) {
      if (part === '') continue;
      if (/^[ \t\r\n]+$/.test(part)) {
        space = true;
      } else {
        out.push(space && !atBlockEdge ? ` ${part}` : part);
        space = false;
        atBlockEdge = false;
      }
    }
  }
  return joinText(out);
}

/** Elements that govuk-frontend leaves in the flow of a line; all others, its block-like labels and icons too, end it. */
const INLINE = new Set(['a', 'span', 'strong', 'em', 'b', 'i', 'code', 'abbr']);
const VOID = new Set(['input', 'br', 'hr', 'img', 'meta', 'link']);

/** An element without content may be written `<path/>`, `<path>` + `</path>` (SVG) or `<input>`: only its opening counts. */
function canonicalTag(token: string): string {
  const match = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)([\s\S]*?)\/?>$/.exec(token);
  if (!match) return token;
  const [, slash = '', rawName = '', rest = ''] = match;
  const name = rawName.toLowerCase();
  if (slash === '/') return name === 'path' || VOID.has(name) ? '' : `</${name}>`;
  const attributes = [...rest.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)].map(
    ([, key = '', double, single]) => `${key}="${foldClass(key, decode(double ?? single ?? ''))}"`,
  );
  return `<${[name, ...attributes.toSorted()].join(' ')}>`;
}

function foldClass(key: string, value: string): string {
  return key === 'class' ? value.trim().replaceAll(/\s+/g, ' ') : value;
}

function joinText(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last !== undefined && !token.startsWith('<') && !last.startsWith('<'))
      joined[joined.length - 1] = last + token;
    else joined.push(token);
  }
  return joined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '‹',
  gt: '›',
  quot: '"',
  apos: "'",
  ctdot: '⋯',
  nbsp: '\u00A0',
};

/** `<` and `>` become look-alikes, so that decoded text can never be taken for a tag. */
function decode(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-fA-F]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replaceAll(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
