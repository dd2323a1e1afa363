import type { Html } from '../../components/html.ts';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { Table } from '../../components/table/table.tsx';
import { measureHref, DEFAULT_AREA } from '../measures/model.ts';
import type { TemplateLine } from './templates.ts';

/** Forms for what nobody publishes, each to be downloaded empty, with the measures that a filled one would give. */
export function TemplatesSection({ templates }: { readonly templates: readonly TemplateLine[] }): Html {
  return (
    <section class="page-part" aria-labelledby="templates">
      <h2 class="govuk-heading-m" id="templates">
        Templates for what nobody publishes
      </h2>
      <p class="govuk-body">
        Whoever holds the figures fills in the form and checks it with <code>scrutineer check FILE</code>,
        which names every cell that is wrong, before it is sent. A filled one is imported like any published
        file.
      </p>
      <ScrollRegion label="Templates">
        <Table
          caption="Templates"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: 'Template' }, { text: 'Download' }, { text: 'Measures it gives' }]}
          rows={templates.map(({ name, title, filledBy, held, measures }) => [
            {
              html: (
                <span id={`template-${name}`}>
                  {title}
                  <span class="measures-table__small">
                    {name}
                    {held && ', held'}
                  </span>
                  <span class="measures-table__small">Filled in by {filledBy}</span>
                </span>
              ),
            },
            { html: <Downloads name={name} title={title} /> },
            {
              html: (
                <>
                  {measures.map((measure) => (
                    <div>
                      <a class="govuk-link" href={measureHref(measure.id, DEFAULT_AREA)}>
                        {measure.title}
                      </a>
                    </div>
                  ))}
                </>
              ),
            },
          ])}
        />
      </ScrollRegion>
    </section>
  );
}

function Downloads({ name, title }: { readonly name: string; readonly title: string }): Html {
  return (
    <>
      <div>
        <a class="govuk-link" href={`/data/templates/${name}.csv`} download={`${name}.csv`}>
          CSV<span class="govuk-visually-hidden"> of {title}</span>
        </a>
      </div>
      <div>
        <a class="govuk-link" href={`/data/templates/${name}.schema.json`} download={`${name}.schema.json`}>
          Schema<span class="govuk-visually-hidden"> of {title}</span>
        </a>
      </div>
    </>
  );
}
