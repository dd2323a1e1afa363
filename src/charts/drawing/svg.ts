/** SVG as text: escaping, numbers, elements. Nothing here knows of charts. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. Children are markup already; attribute values are escaped, numbers rounded to two decimals. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let head = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    head += ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeXml(value)}"`;
  }
  const body = children.join('');
  return body === '' ? `${head}/>` : `${head}>${body}</${name}>`;
}

/** A coordinate with at most two decimals, and no "-0". */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text for XML: the five special characters escaped; characters that XML 1.0 forbids (controls, lone surrogates)
 * and those that reverse the direction of the text around them are left out.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

// oxlint-disable-next-line no-control-regex -- control characters are just what must not reach the picture
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff]/g;

/** An id that is safe in `url(#…)` and `aria-labelledby`, from any text. */
export function safeId(text: string): string {
  const cleaned = text.replaceAll(/[^A-Za-z0-9_-]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return /^[A-Za-z]/.test(cleaned) ? cleaned : `chart-${cleaned}`;
}
