import type { Html } from '../../components/html.ts';
import { SortableTable } from '../../components/sortable-table/sortable-table.tsx';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import { AreaForm } from '../area-form.tsx';
import type { Frame } from '../frame.ts';
import { areaHref } from './area-address.ts';
import type { AreaRow, AreasModel } from './areas-model.ts';
import { MapFigure } from './map-figure.tsx';
import { WHOLE } from './map-input.ts';

/** All areas: a map of the boroughs, and lists of boroughs and forces with a few figures each. */
export function AreasPage({ model, frame }: { readonly model: AreasModel; readonly frame: Frame }): Html {
  return (
    <Page {...frame} title="Areas" current="areas">
      <h1 class="govuk-heading-l">Areas</h1>
      <Answer>{model.answer}</Answer>
      <AreaForm action="/areas" area={WHOLE} areas={model.areas.map(({ name }) => name)} />
      {model.map !== null && <MapFigure id="areas-map" input={model.map} />}
      <AreaList id="boroughs" title="Boroughs of London" rows={model.boroughs} model={model} />
      <AreaList id="forces" title="Police forces" rows={model.forces} model={model} />
    </Page>
  );
}

function AreaList({
  id,
  title,
  rows,
  model,
}: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly AreaRow[];
  readonly model: AreasModel;
}): Html {
  const used = model.columns.flatMap((measure, at) =>
    rows.some(({ figures }) => figures[at]?.value !== null) ? [{ measure, at }] : [],
  );
  return (
    <section class="page-part" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <SortableTable
        caption={`${title}: latest figures`}
        captionClasses="govuk-visually-hidden"
        classes="scan-table measures-table"
        firstCellIsHeader
        head={[{ text: 'Area' }, ...used.map(({ measure }) => ({ text: measure.title, format: 'numeric' }))]}
        rows={rows.map(({ area, figures }) => [
          {
            html: (
              <a class="govuk-link" href={areaHref(area)}>
                {area.name}
              </a>
            ),
            sortValue: area.name,
          },
          ...used.map(({ at }) => {
            const { text = '', value = null, period = '' } = figures[at] ?? {};
            return {
              html: (
                <>
                  {text}
                  <span class="measures-table__small">{period}</span>
                </>
              ),
              format: 'numeric',
              sortValue: value,
            };
          }),
        ])}
      />
    </section>
  );
}
