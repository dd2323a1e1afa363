import { Button } from '../../components/button/button.tsx';
import type { Html } from '../../components/html.ts';
import { Input } from '../../components/input/input.tsx';
import { Answer, HowWeKnow } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';
import { EntrySection } from './entry-section.tsx';
import type { CatalogueModel } from './model.ts';

/** Every definition: what is counted, over what, from where, and where its series break. To be searched, linked to and printed. */
export function CataloguePage({
  model,
  frame,
}: {
  readonly model: CatalogueModel;
  readonly frame: Frame;
}): Html {
  const { themes, asked } = model;
  return (
    <Page {...frame} title="Catalogue of measures" current="measures" exact={false}>
      <h1 class="govuk-heading-l">Catalogue of measures</h1>
      <Answer>{model.answer}</Answer>
      <form class="area-form" action="/catalogue" method="get" role="search">
        <Input
          id="q"
          name="q"
          type="search"
          label={{ text: 'Words to look for' }}
          value={asked}
          classes="govuk-input--width-20"
          autocomplete="off"
        />
        <Button text="Search" classes="govuk-button--secondary" />
        {asked !== '' && (
          <a class="govuk-link" href="/catalogue">
            Show all
          </a>
        )}
      </form>
      {themes.length > 0 && (
        <nav class="page-part" aria-labelledby="contents">
          <h2 class="govuk-heading-m" id="contents">
            Contents
          </h2>
          <div class="catalogue-contents">
            {themes.map(({ title, things }) => (
              <div class="catalogue-contents__theme">
                <h3 class="govuk-heading-s">{title}</h3>
                <ul class="govuk-list">
                  {things.map(({ measure }) => (
                    <li>
                      <a class="govuk-link" href={`#${measure.id}`}>
                        {measure.title}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </nav>
      )}
      {themes.map(({ title, things }, index) => (
        <section class="page-part" aria-labelledby={`theme-${index}`}>
          <h2 class="govuk-heading-l catalogue-theme" id={`theme-${index}`}>
            {title}
          </h2>
          {things.map((entry) => (
            <EntrySection entry={entry} />
          ))}
        </section>
      ))}
      <HowWeKnow title="How definitions are kept">
        <p class="govuk-body">
          Each measure is a file of the catalogue that anyone may read and change. Its version is the hash of
          its recipe: it changes when the meaning may have, and every finding names the version it was made
          with. Where a measure has several feeds, the first that knows every area asked for answers; two are
          never joined in one series.
        </p>
        <p class="govuk-body">
          The same as JSON:{' '}
          <a
            class="govuk-link"
            href={`/api/catalogue${asked === '' ? '' : `?q=${encodeURIComponent(asked)}`}`}
          >
            /api/catalogue
          </a>
          .
        </p>
      </HowWeKnow>
    </Page>
  );
}
