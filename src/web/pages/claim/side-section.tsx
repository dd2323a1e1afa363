import type { Verdict } from '../../../evidence/index.ts';
import { ChartFigure } from '../../components/chart-figure/chart-figure.tsx';
import { Details } from '../../components/details/details.tsx';
import type { Html } from '../../components/html.ts';
import { Table } from '../../components/table/table.tsx';
import type { SideView } from './claim-model.ts';
import type { Filler } from './fillers.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  supported: 'The figures support it.',
  contradicted: 'The figures contradict it.',
  uncertain: 'The figures settle it neither way.',
  'no-data': 'No figures are held.',
};

/** A statement as seen from one point in time: what the figures say, the picture, the numbers, what to beware of. */
export function SideSection({
  id,
  title,
  span,
  side,
  fillers,
}: {
  readonly id: 'then' | 'now';
  readonly title: string;
  /** What is looked at. */
  readonly span: string;
  readonly side: SideView;
  readonly fillers: readonly Filler[];
}): Html {
  const { verdict, sentence, picture, numbers, caveats } = side;
  return (
    <section class="claim-side" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <p class="claim-side__span">{span}</p>
      <p class="govuk-body">
        <strong>{VERDICTS[verdict]}</strong> {sentence}
      </p>
      {picture && (
        <ChartFigure
          chart={picture({ id: `${id}-wide`, width: 532 })}
          medium={picture({ id: `${id}-medium`, width: 640 })}
          narrow={picture({ id: `${id}-narrow`, width: 340 })}
        />
      )}
      {verdict === 'no-data' && <WouldFill fillers={fillers} />}
      {numbers.length > 0 && (
        <Details summaryText="Show every number of the answer" classes="claim-side__numbers">
          <Table
            caption={`Numbers of the answer: ${title}`}
            captionClasses="govuk-visually-hidden"
            classes="table-fit"
            firstCellIsHeader
            rows={numbers.map(({ name, value }) => [{ text: name }, { text: value, format: 'numeric' }])}
          />
        </Details>
      )}
      {caveats.length > 0 && (
        <ul class="claim-side__caveats">
          {caveats.map((caveat) => (
            <li>{caveat}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What stands where figures are missing: the publications that would bring them. */
export function WouldFill({ fillers }: { readonly fillers: readonly Filler[] }): Html {
  return (
    <div class="would-fill">
      <p>
        {fillers.length === 0
          ? 'Figures with a citation would fill the gap: type them into a figures file and import it.'
          : 'A later release of one of these would fill the gap, or figures with a citation typed into a figures file:'}
      </p>
      {fillers.length > 0 && (
        <ul>
          {fillers.map(({ publisher, title, address }) => (
            <li>
              {publisher}:{' '}
              {address === '' ? (
                title
              ) : (
                <a class="govuk-link" href={address}>
                  {title}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <code>npx scrutineer import FILE</code> takes either;{' '}
        <a class="govuk-link" href="/data">
          Data
        </a>{' '}
        lists what is held.
      </p>
    </div>
  );
}
