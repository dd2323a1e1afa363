import { createElement } from 'hono/jsx';
import type { Html } from '../components/html.ts';

/** A component with the ways to use it that the gallery shows and the browser tests look at. */
export interface GallerySection {
  readonly component: string;
  /** When to use it, in one sentence. */
  readonly purpose: string;
  readonly examples: readonly { readonly name: string; readonly html: Html }[];
}

/** Examples as data: names and props, from which the component prints each. */
export function gallerySection<Props extends object>(
  component: string,
  purpose: string,
  print: (props: Props) => Html,
  examples: Readonly<Record<string, Props>>,
): GallerySection {
  return {
    component,
    purpose,
    examples: Object.entries(examples).map(([name, props]) => ({
      name,
      // TSX and createElement make the same thing; only their types in hono/jsx differ.
      html: createElement(print, props) as unknown as Html,
    })),
  };
}
