import { raw } from 'hono/html';
import { classNames } from '../../web/components/attributes.ts';
import { ClaimStateKey, ClaimStateMark } from '../../web/components/claim-state/claim-state.tsx';
import { ChartNumbers } from '../../web/components/chart-figure/chart-numbers.tsx';
import type { Html } from '../../web/components/html.ts';
import { ScrollRegion } from '../../web/components/scroll-region/scroll-region.tsx';
import { Table } from '../../web/components/table/table.tsx';
import { stateCounts } from '../record-sheet/state-counts.ts';
import type { JudgedStatement, PackModel } from './pack-model.ts';
import { PackSection } from './pack-section.tsx';

/** What became of the record's statements: those that figures are held for one by one, the others as a list. */
export function StatementsSection({ model }: { readonly model: PackModel }): Html {
  const { sheet, judged } = model;
  const counts = stateCounts(sheet.claims);
  const unheld = sheet.claims.filter(({ state }) => state === 'cannot-be-checked');
  return (
    <PackSection number={2} title="What became of the record’s statements">
      <p class="answer">
        {sheet.claims.length === 0
          ? 'No statement of the record has been bound to figures yet.'
          : `Of ${sheet.claims.length} statements, ${counts.map(({ words }) => words).join(', ')}.`}
      </p>
      {judged.map((statement, index) => (
        <Statement statement={statement} number={`2.${index + 1}`} />
      ))}
      {unheld.length > 0 && (
        <>
          <h3 class="govuk-heading-m">Cannot be checked with the figures held</h3>
          <ScrollRegion label="Statements that cannot be checked">
            <Table
              caption="Statements that cannot be checked"
              captionClasses="govuk-visually-hidden"
              head={['Paragraph', 'Statement', 'What a check would need'].map((text) => ({ text }))}
              rows={unheld.map(({ paragraph, text, needs }) => [
                { text: paragraph },
                { html: <span class="record-quote">{text}</span> },
                { text: needs ?? 'Figures that are not held.' },
              ])}
            />
          </ScrollRegion>
        </>
      )}
      <h3 class="govuk-heading-m">What the marks mean</h3>
      <ClaimStateKey />
    </PackSection>
  );
}

function Statement({
  statement: { claim, then, now, picture },
  number,
}: {
  readonly statement: JudgedStatement;
  readonly number: string;
}): Html {
  // Dots and ranks print their values beside them; a line over time does not.
  const labelled = !(claim.question ?? '').startsWith('trend');
  const chart = picture?.({ id: `picture-${claim.id}`, width: 640 });
  return (
    <article class="pack-statement" aria-labelledby={`statement-${claim.id}`}>
      <h3 class="govuk-heading-s" id={`statement-${claim.id}`}>
        <span class="pack-number">{number}</span> <span class="record-quote">“{claim.text}”</span>{' '}
        <span class="quiet">paragraph {claim.paragraph}</span>
      </h3>
      <p class="govuk-body">
        <ClaimStateMark state={claim.state} revised={claim.revised} />
      </p>
      <p class="govuk-body">
        <strong>Then.</strong> {then?.sentence ?? 'No figures are held.'}
      </p>
      <p class="govuk-body">
        <strong>Since.</strong> {now?.sentence ?? 'No figures are held.'}
      </p>
      {chart && (
        <figure class="chart-figure">
          <div class="chart-figure__picture">{raw(chart.svg)}</div>
          <figcaption class="chart-figure__reading">{chart.reading}</figcaption>
          <details class={classNames('govuk-details', labelled && 'pack-numbers--labelled')}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Show the numbers as a table</span>
            </summary>
            <div class="govuk-details__text">
              <ScrollRegion label={chart.table.caption}>
                <ChartNumbers table={chart.table} />
              </ScrollRegion>
            </div>
          </details>
        </figure>
      )}
      <ul class="pack-caveats">
        {[...new Set([...(then?.caveats ?? []), ...(now?.caveats ?? [])])].map((caveat) => (
          <li>{caveat}</li>
        ))}
      </ul>
    </article>
  );
}
