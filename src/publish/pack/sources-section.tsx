import { dateName } from '../../charts/index.ts';
import type { Release } from '../../lake/release.ts';
import type { Html } from '../../web/components/html.ts';
import { ScrollRegion } from '../../web/components/scroll-region/scroll-region.tsx';
import { Table } from '../../web/components/table/table.tsx';
import type { PackModel } from './pack-model.ts';
import { PackSection } from './pack-section.tsx';

/** Every publication behind the pack with the fingerprint of its file, and what each measure means. */
export function SourcesSection({ model }: { readonly model: PackModel }): Html {
  return (
    <PackSection number={4} title="Sources and definitions">
      <p class="answer">
        {model.releases.length} {model.releases.length === 1 ? 'file' : 'files'} as published stand behind
        these figures.
      </p>
      <ScrollRegion label="Publications">
        <Table
          caption="Publications"
          captionClasses="govuk-visually-hidden"
          head={['Publication', 'Published', 'Covers', 'SHA-256 of the file', 'Licence'].map((text) => ({
            text,
          }))}
          rows={model.releases.map((release) => [
            { text: `${release.publisher}, ${release.title}` },
            { text: published(release) },
            { text: release.from === null || release.to === null ? '' : `${release.from} to ${release.to}` },
            { html: <code>{release.sha256.slice(0, 12)}</code> },
            { text: release.licence },
          ])}
        />
      </ScrollRegion>
      <h3 class="govuk-heading-m">Definitions</h3>
      <dl class="pack-definitions">
        {model.measures.map(({ measure }) => (
          <>
            <dt id={`definition-${measure.id}`}>{measure.title}</dt>
            <dd>
              {measure.definition.trim()} <span class="quiet">{measure.standing}</span>{' '}
              <span class="quiet">
                Definition <code>{measure.version}</code>.
              </span>
            </dd>
          </>
        ))}
      </dl>
    </PackSection>
  );
}

function published({ published: date, published_basis: basis }: Release): string {
  if (date === null) return 'not stated';
  return basis === 'not-before' ? `not before ${dateName(date)}` : dateName(date);
}
