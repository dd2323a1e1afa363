import { raw } from 'hono/html';
import type { Html } from '../../components/html.ts';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';

/** What the words mean here. `html` is docs/words.md, rendered. */
export function WordsPage({ html, frame }: { readonly html: string; readonly frame: Frame }): Html {
  return (
    <Page {...frame} title="Words" current="about" exact={false}>
      <h1 class="govuk-heading-l">Words</h1>
      <Answer>
        What the words mean here. Where the field uses a word loosely, this page fixes one meaning.
      </Answer>
      <div class="prose reading">{raw(withoutHead(html))}</div>
    </Page>
  );
}

/** The document's own title and first paragraph, which the page says itself, are left out. */
function withoutHead(html: string): string {
  const start = html.indexOf('<h2');
  return start === -1 ? html : html.slice(start);
}
