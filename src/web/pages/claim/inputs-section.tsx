import { dateName } from '../../../charts/index.ts';
import type { IsoDate } from '../../../foundation/iso-date.ts';
import type { Html } from '../../components/html.ts';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { Table } from '../../components/table/table.tsx';
import type { InputView } from './claim-model.ts';

/** The publications behind both answers, each with the fingerprint of its file. */
export function InputsSection({
  then,
  now,
}: {
  readonly then: readonly InputView[];
  readonly now: readonly InputView[];
}): Html {
  const all = [...new Map([...then, ...now].map((input) => [input.release, input])).values()];
  if (all.length === 0) return <></>;
  const used = (inputs: readonly InputView[], { release }: InputView): boolean =>
    inputs.some((input) => input.release === release);
  return (
    <section aria-labelledby="inputs">
      <h2 class="govuk-heading-m" id="inputs">
        What it rests on
      </h2>
      <ScrollRegion label="Releases that the answer rests on">
        <Table
          caption="Releases that the answer rests on"
          captionClasses="govuk-visually-hidden"
          classes="inputs-table"
          firstCellIsHeader
          head={['Publication', 'Published', 'Used for', 'SHA-256 of the file', 'Licence'].map((text) => ({
            text,
          }))}
          rows={all.map((input) => [
            {
              html: (
                <>
                  {input.publisher},{' '}
                  <a class="govuk-link" href={`/data/${encodeURIComponent(input.release)}`}>
                    {input.title}
                  </a>
                </>
              ),
            },
            { text: published(input) },
            {
              text: [used(then, input) ? 'then' : '', used(now, input) ? 'now' : '']
                .filter((part) => part !== '')
                .join(', '),
            },
            { html: <code title={input.sha256}>{input.sha256.slice(0, 12)}</code> },
            { text: input.licence },
          ])}
        />
      </ScrollRegion>
    </section>
  );
}

function published({ published: date, publishedBasis }: InputView): string {
  if (date === null) return 'not stated';
  const name = dateName(date as IsoDate);
  return publishedBasis === 'not-before' ? `not before ${name}` : name;
}
