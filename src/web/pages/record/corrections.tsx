import type { Correction } from '../../../record/index.ts';
import type { Html } from '../../components/html.ts';

/** Numbered corrections to an agreed record, and words of the document that found no place in it. */
export function Corrections({
  corrections,
  unplaced,
}: {
  readonly corrections: readonly Correction[];
  readonly unplaced: readonly string[];
}): Html {
  return (
    <>
      {corrections.length > 0 && (
        <section aria-labelledby="corrections">
          <h2 class="govuk-heading-m" id="corrections">
            Corrections
          </h2>
          <ol class="govuk-list govuk-list--number">
            {corrections.map(({ paragraph, was, becomes, reason }) => (
              <li>
                <a class="govuk-link" href={`#paragraph-${paragraph}`}>
                  {paragraph}
                </a>
                : for <span class="record-quote">“{was}”</span> read{' '}
                <span class="record-quote">“{becomes}”</span>. {reason}
              </li>
            ))}
          </ol>
        </section>
      )}
      {unplaced.length > 0 && (
        <section aria-labelledby="unplaced">
          <h2 class="govuk-heading-m" id="unplaced">
            Words that found no place
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {unplaced.map((text) => (
              <li class="record-quote">{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
