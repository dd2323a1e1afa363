import type { Html } from '../components/html.ts';
import { Answer, HowWeKnow } from '../layout/answer.tsx';
import { Page } from '../layout/page.tsx';
import type { GallerySection } from './example.ts';
import { GALLERY } from './sections.ts';

/** Every component with its examples on one page; the browser tests look at this page. */
export function GalleryPage({ illustrative = true }: { readonly illustrative?: boolean | undefined }): Html {
  return (
    <Page
      title="Gallery"
      current={undefined}
      illustrative={illustrative}
      workspaceName="Gallery of components"
    >
      <h1 class="govuk-heading-l">Gallery of components</h1>
      <Answer>Every component that pages are made of, with made-up words and numbers to see it by.</Answer>
      {GALLERY.map((section) => (
        <GallerySectionView section={section} />
      ))}
      <HowWeKnow>
        <p class="govuk-body">
          Each component stands in a folder of its own, with its examples and its tests.
        </p>
      </HowWeKnow>
    </Page>
  );
}

function GallerySectionView({ section }: { readonly section: GallerySection }): Html {
  return (
    <section class="gallery-section" id={section.component}>
      <h2 class="govuk-heading-m">{section.component}</h2>
      <p class="govuk-body quiet">{section.purpose}</p>
      {section.examples.map(({ name, html }) => (
        <div class="gallery-example">
          <h3 class="gallery-example__name">{name}</h3>
          {html}
        </div>
      ))}
    </section>
  );
}
