import { raw } from 'hono/html';
import type { Html } from '../../components/html.ts';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';

/** What is hidden in made-up figures, and what to ask to find it. `html` is the page that was written with them. */
export function PlantedPage({ html, frame }: { readonly html: string; readonly frame: Frame }): Html {
  const start = html.indexOf('<h2');
  return (
    <Page {...frame} title="What is hidden" current="about" exact={false}>
      <h1 class="govuk-heading-l">What is hidden in these figures</h1>
      <Answer>
        {start === -1
          ? 'Nothing is planted: no place differs from another and nothing changes, save by chance.'
          : 'Each of these was planted on purpose. Under it stands what to ask to find it; find it first, then read.'}
      </Answer>
      {start !== -1 && <div class="prose reading">{raw(reachable(html.slice(start)))}</div>}
    </Page>
  );
}

/** Long commands scroll sideways: the keyboard must reach them. */
function reachable(html: string): string {
  return html.replaceAll('<pre>', '<pre tabindex="0">');
}
