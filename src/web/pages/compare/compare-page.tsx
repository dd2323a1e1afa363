import {
  rankedAreas,
  smallMultiples,
  type RankedAreasInput,
  type SmallMultiplesInput,
} from '../../../charts/index.ts';
import { Breadcrumbs } from '../../components/breadcrumbs/breadcrumbs.tsx';
import type { Html } from '../../components/html.ts';
import { Select } from '../../components/select/select.tsx';
import { Answer, HowWeKnow } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import { AreaForm } from '../area-form.tsx';
import type { Frame } from '../frame.ts';
import { measureHref } from '../measures/model.ts';
import { ResponsiveChart } from '../responsive-chart.tsx';
import type { CompareModel } from './model.ts';

/** One measure in every borough or force at once: over time, and in order. */
export function ComparePage({
  model,
  areas,
  frame,
}: {
  readonly model: CompareModel;
  readonly areas: readonly string[];
  readonly frame: Frame;
}): Html {
  const { request, shown, multiples, ranked, caveats } = model;
  const { measure, area } = request;
  return (
    <Page
      {...frame}
      title={`${measure.title}: areas side by side`}
      current="measures"
      exact={false}
      before={
        <Breadcrumbs
          items={[
            { text: 'Measures', href: '/measures' },
            { text: measure.title, href: measureHref(measure.id, area) },
            { text: 'Areas side by side' },
          ]}
        />
      }
    >
      <h1 class="govuk-heading-l">{`${measure.title}: areas side by side`}</h1>
      <Answer>{model.answer}</Answer>
      <AreaForm action={`/measures/${measure.id}/compare`} area={area} areas={areas}>
        <>
          <Select
            id="with"
            name="with"
            label={{ text: 'Beside' }}
            value={request.with}
            items={[
              { value: 'boroughs', text: 'Boroughs' },
              { value: 'forces', text: 'Police forces' },
            ]}
          />
          <Select
            id="scale"
            name="scale"
            label={{ text: 'Scale' }}
            value={request.scale}
            items={[
              { value: 'shared', text: 'One for all' },
              { value: 'own', text: 'Each its own' },
            ]}
          />
        </>
      </AreaForm>
      {ranked !== null && (
        <section class="page-part" aria-labelledby="in-order">
          <h2 class="govuk-heading-m" id="in-order">
            In order, with how sure that is
          </h2>
          <ResponsiveChart<RankedAreasInput> id={`${shown.id}-order`} draw={rankedAreas} input={ranked} />
        </section>
      )}
      {multiples !== null && (
        <section class="page-part" aria-labelledby="over-time">
          <h2 class="govuk-heading-m" id="over-time">
            Over time
          </h2>
          <ResponsiveChart<SmallMultiplesInput>
            id={`${shown.id}-multiples`}
            draw={smallMultiples}
            input={multiples}
          />
        </section>
      )}
      {caveats.length > 0 && (
        <HowWeKnow>
          <ul class="govuk-list govuk-list--bullet">
            {caveats.map((caveat) => (
              <li>{caveat}</li>
            ))}
          </ul>
        </HowWeKnow>
      )}
    </Page>
  );
}
