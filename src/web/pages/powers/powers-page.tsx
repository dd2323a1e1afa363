import { formatFigure, profileBars, type ProfileBarsInput } from '../../../charts/index.ts';
import type { Html } from '../../components/html.ts';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { Table } from '../../components/table/table.tsx';
import { Answer, HowWeKnow } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import { AreaForm } from '../area-form.tsx';
import type { Frame } from '../frame.ts';
import { upperFirst } from '../measures/words.ts';
import { ResponsiveChart } from '../responsive-chart.tsx';
import { LensTable } from './lens-table.tsx';
import type { AlsoRow, HeldPower, PowerModel, PowersModel, Split } from './model.ts';
import { OutcomeTable } from './outcome-table.tsx';
import type { Power } from './power.ts';

/** Powers of the police: how much they are used, for what, on whom, what comes of it, and how much of that is recorded. */
export function PowersPage({ model, frame }: { readonly model: PowersModel; readonly frame: Frame }): Html {
  const { area, areas, powers } = model;
  return (
    <Page {...frame} title={`Powers: ${area}`} current="powers">
      <h1 class="govuk-heading-l">Powers</h1>
      <Answer>{model.answer}</Answer>
      <AreaForm action="/powers" area={area} areas={areas} />
      <nav aria-label="Powers on this page">
        <ul class="govuk-list powers-contents">
          {powers.map(({ power, held }) => (
            <li>
              <a class="govuk-link" href={`#${power.id}`}>
                {power.title.replace(/:.*$/, '')}
              </a>
              {held === null && <span class="quiet"> (nothing held)</span>}
            </li>
          ))}
        </ul>
      </nav>
      {powers.map((each) => (
        <PowerSection model={each} area={area} residents={model.residents} />
      ))}
      <HowWeKnow>
        <p class="govuk-body">
          A ratio of rates is no measure of discrimination by itself; it is a reason to ask for an
          explanation. National ratios and those of large areas can mislead where groups live in different
          places, where the census is old, and where ethnicity is not recorded. That is why several ways of
          dividing stand side by side: where all of them point the same way, the finding does not hang on one
          of them.
        </p>
        <p class="govuk-body">
          What comes of a search compares like with like only in part. Where fewer searches of a group end in
          an outcome, that group may be searched on weaker grounds; but equal shares do not prove equal
          treatment, because groups can differ in how plain the grounds usually are. Intervals hold for each
          figure by itself.
        </p>
        <p class="govuk-body">
          Searches, uses and reports are counted, not people: somebody met five times counts five times, which
          intervals do not allow for. Searches of a vehicle alone have no person and belong to no group.
        </p>
      </HowWeKnow>
    </Page>
  );
}

function PowerSection({
  model: { power, held, missing },
  area,
  residents,
}: {
  readonly model: PowerModel;
  readonly area: string;
  readonly residents: boolean;
}): Html {
  return (
    <section class="page-part power" aria-labelledby={power.id}>
      <h2 class="govuk-heading-l" id={power.id}>
        {power.title}
      </h2>
      {held === null ? (
        <p class="govuk-body not-held">{`No figures are held for ${area}. ${missing ?? ''}`}</p>
      ) : (
        <HeldSection power={power} held={held} residents={residents} />
      )}
    </section>
  );
}

function HeldSection({
  power,
  held,
  residents,
}: {
  readonly power: Power;
  readonly held: HeldPower;
  readonly residents: boolean;
}): Html {
  const { disparity, profile, outcomes, what, also, gaps, completeness, noPerson } = held;
  return (
    <>
      <p class="govuk-body power__answer">{held.answer}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={held.href}>
          {held.measure.title} over time
        </a>
        {completeness !== null && (
          <>
            {' · '}
            <a class="govuk-link" href={`/completeness#${power.set ?? ''}`}>
              {completeness}
            </a>
          </>
        )}
      </p>
      {(what.length > 0 || also.length > 0) && <h3 class="govuk-heading-m">What is used</h3>}
      {also.length > 0 && <AlsoTable rows={also} title={power.title} />}
      {what.length > 0 && (
        <div class="power__splits">
          {what.map((split) => (
            <SplitTable split={split} />
          ))}
        </div>
      )}
      <h3 class="govuk-heading-m">On whom</h3>
      {noPerson !== null && (
        <p class="govuk-body">
          {`${formatFigure(noPerson, 'count')} searches of a vehicle alone have no person: ${power.people.measure === power.count ? 'below they are among those not recorded' : 'they are left out below'}.`}
        </p>
      )}
      {disparity === null || profile === null ? (
        <p class="govuk-body not-held">
          No figures by ethnicity are held for this area, so nothing can be said of who is met by it.
        </p>
      ) : (
        <>
          <ResponsiveChart<ProfileBarsInput> id={`${power.id}-profile`} draw={profileBars} input={profile} />
          {residents ? (
            <LensTable power={power} disparity={disparity} />
          ) : (
            <p class="govuk-body not-held">
              No residents by ethnicity are held for this area, so no rates can be set side by side. They
              would come from a census table by local authority and ethnic group (
              <code>scrutineer sources</code>).
            </p>
          )}
        </>
      )}
      {outcomes.length > 0 && <h3 class="govuk-heading-m">What comes of it</h3>}
      {outcomes.map((outcome) => (
        <OutcomeTable outcome={outcome} noun={power.people.noun} />
      ))}
      {gaps.length > 0 && (
        <ul class="govuk-list govuk-list--bullet not-held power__gaps">
          {gaps.map((gap) => (
            <li>{gap}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function SplitTable({ split: { title, span, rows, notShown } }: { readonly split: Split }): Html {
  return (
    <ScrollRegion label={title}>
      <Table
        caption={`${title}, ${span.replace(/^the /, '')}${notShown === 0 ? '' : ` (${notShown} smaller groups not shown)`}`}
        classes="table-fit"
        firstCellIsHeader
        head={[{ text: 'Group' }, { text: 'Count', format: 'numeric' }, { text: 'Share', format: 'numeric' }]}
        rows={rows.map(({ group, count, share }) => [
          { text: group },
          { text: formatFigure(count, 'count'), format: 'numeric' },
          { text: formatFigure(share, 'proportion', 1), format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}

function AlsoTable({ rows, title }: { readonly rows: readonly AlsoRow[]; readonly title: string }): Html {
  return (
    <ScrollRegion label={`More of ${title}`}>
      <Table
        caption={`More of ${title.replace(/:.*$/, '').toLowerCase()}`}
        captionClasses="govuk-visually-hidden"
        classes="table-fit"
        firstCellIsHeader
        head={[
          { text: 'Measure' },
          { text: 'Period' },
          { text: 'Figure', format: 'numeric' },
          { text: 'On the year before', format: 'numeric' },
        ]}
        rows={rows.map(({ title: name, href, span, figure, change }) => [
          {
            html: (
              <a class="govuk-link" href={href}>
                {name}
              </a>
            ),
          },
          { text: upperFirst(span.replace(/^the /, '')) },
          { text: figure, format: 'numeric' },
          { text: change ?? 'not held', format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}
