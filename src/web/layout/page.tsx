import { raw } from 'hono/html';
import { assetUrl } from '../assets/asset-url.ts';
import type { Children, Html } from '../components/html.ts';
import { SkipLink } from '../components/skip-link/skip-link.tsx';
import { IllustrativeBand } from './illustrative-band.tsx';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';
import type { Section } from './sections.ts';

export interface PageProps {
  /** What this page is; the browser's title adds the program's name. */
  readonly title: string;
  /** The section that the page belongs to. `exact` when it is that section's own first page. */
  readonly current?: Section | undefined;
  readonly exact?: boolean | undefined;
  /** The workspace is made up: the band says so on every page. */
  readonly illustrative: boolean;
  readonly workspaceName: string;
  /** Version of the program, for the footer. */
  readonly version?: string | undefined;
  /** Printed above the page's content and outside of `main`: breadcrumbs. */
  readonly before?: Html | undefined;
  readonly children: Children;
}

/** A whole page: head, skip link, header, the page's own content in `main`, footer. It needs no script to be used. */
export function Page(props: PageProps): Html {
  const { title, illustrative } = props;
  return (
    <>
      {raw('<!doctype html>\n')}
      <html lang="en-GB" class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title>{`${illustrative ? 'Illustrative data: ' : ''}${title} – Scrutineer`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#1b2733" />
          <meta name="color-scheme" content="light" />
          <link rel="icon" type="image/svg+xml" href={assetUrl('mark.svg')} />
          {['source-sans-3-latin-400-normal', 'source-serif-4-latin-400-normal'].map((font) => (
            <link
              rel="preload"
              as="font"
              type="font/woff2"
              crossorigin=""
              href={assetUrl(`fonts/${font}.woff2`)}
            />
          ))}
          <link rel="stylesheet" href={assetUrl('app.css')} />
          <script type="module" src={assetUrl('app.js')} />
        </head>
        <body class="govuk-template__body">
          <SkipLink href="#main-content" text="Skip to main content" />
          {illustrative && <IllustrativeBand />}
          <PageHeader
            current={props.current}
            exact={props.exact ?? true}
            workspaceName={props.workspaceName}
          />
          <div class="govuk-width-container">
            {props.before}
            <main class="page-main" id="main-content">
              {props.children}
            </main>
          </div>
          <PageFooter illustrative={illustrative} version={props.version} />
        </body>
      </html>
    </>
  );
}
