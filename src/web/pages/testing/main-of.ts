import { htmlText, type Html } from '../../components/html.ts';

/** The page's own part, between the tags of `main`, an element a line: for stored HTML that is read in review. */
export function mainOf(page: Html): string {
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(htmlText(page)) ?? [];
  return `${main.replaceAll(/(<\/(?:p|h1|h2|h3|li|ul|ol|dl|dt|dd|tr|thead|tbody|table|section|div|figure|nav|article|blockquote)>)(?=<)/g, '$1\n')}\n`;
}
