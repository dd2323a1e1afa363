import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { HtmlEscapedString } from 'hono/utils/html';

/**
 * HTML that is safe to print as it is: an element written in TSX, or text that the caller vouches for with `raw()`.
 * A plain string is not assignable, so unescaped user text cannot slip into a page without a visible `raw()`.
 */
export type Html = JSX.Element | HtmlEscapedString;

/** What may stand between two tags in TSX; strings in it are escaped. */
export type Children = Child | Html;

/** A number or words to be escaped, or HTML, or the element's children. Children win over HTML, HTML over text. */
export interface Content {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly children?: Children;
}

/** The part of `Content` that is to be printed. */
export function contentOf({ text, html, children }: Content): Children {
  return children ?? html ?? text;
}

/** Whether there is anything to print. */
export function hasContent(content: Content | undefined): content is Content {
  if (content === undefined) return false;
  const printed = contentOf(content);
  return printed !== undefined && printed !== null && printed !== '';
}

/** An entry of a list that may be left out where it stands: `[always, condition && sometimes]`. */
export type Maybe<T> = T | null | undefined | false | '';

/** The entries that were not left out. */
export function present<T>(items: readonly Maybe<T>[] | undefined): T[] {
  return (items ?? []).filter(
    (item): item is T => item !== null && item !== undefined && item !== false && item !== '',
  );
}

/** Synchronous HTML as text, for tests and for files. Throws where a component inside is asynchronous; ours are not. */
export function htmlText(html: Html): string {
  // TSX makes nodes that become text only now; hono/jsx types them as text already.
  const text: unknown = (html as { toString: () => unknown }).toString();
  if (typeof text !== 'string')
    throw new TypeError('This HTML is asynchronous: await it before printing it.');
  return text;
}
