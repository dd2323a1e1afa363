import { dateName } from '../../../charts/index.ts';
import type { RecordSheet } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';

/** Whose words these are: a restatement says so and points to the original; a draft says that it is one. */
export function RecordNotice({ sheet }: { readonly sheet: RecordSheet }): Html {
  const { restated, original, status, body, illustrative } = sheet;
  return (
    <p class="record-notice">
      {illustrative && (
        <strong>
          The words are those of a real meeting; the figures in the margin are made up, and say nothing about
          the meeting, the places or the people.{' '}
        </strong>
      )}
      {restated && (
        <>
          <strong>Restated in our own words, not the published record.</strong>{' '}
          {original &&
            `The original, “${original.title}”, was published by ${original.published_by} on ${original.site} (meeting of ${dateName(original.date)}); where wording matters, read it there. `}
        </>
      )}
      {!restated && body && `Record of ${body}. `}
      {status === 'draft' && <strong>Draft, not yet agreed by its board. </strong>}
    </p>
  );
}
