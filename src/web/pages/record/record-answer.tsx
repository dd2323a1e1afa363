import { stateCounts, type RecordSheet } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';
import { Answer } from '../../layout/answer.tsx';

/** How many statements of the record hold, no longer hold, cannot be checked: each number leads to its statements. */
export function RecordAnswer({ sheet }: { readonly sheet: RecordSheet }): Html {
  const counts = stateCounts(sheet.claims);
  if (counts.length === 0)
    return (
      <Answer>No statement of this record has been bound to figures yet, so none can be checked.</Answer>
    );
  const link = (state: string, words: string): Html => (
    <a class="govuk-link" href={`/records/${sheet.date}/claims?state=${state}`}>
      {words}
    </a>
  );
  const open = counts.filter(({ state }) => state !== 'not-checkable');
  const other = counts.find(({ state }) => state === 'not-checkable');
  const total = open.reduce((sum, { count }) => sum + count, 0);
  const judged = open.filter(({ state }) => state !== 'cannot-be-checked');
  const unheld = open.find(({ state }) => state === 'cannot-be-checked');
  return (
    <Answer>
      {total === 0
        ? 'No statement of this record is one that figures could settle.'
        : `Of ${total} ${total === 1 ? 'statement' : 'statements'} in this record that figures could settle, `}
      {judged.map(({ state, words }, index) => (
        <>
          {link(state, words)}
          {index === judged.length - 1 ? '' : index === judged.length - 2 ? ' and ' : ', '}
        </>
      ))}
      {unheld && (
        <>
          {judged.length > 0 && '; '}
          {link(unheld.state, unheld.words)} with the figures held
        </>
      )}
      {total > 0 && '. '}
      {other && (
        <>
          {total === 0 && ' '}
          {link(other.state, `${total > 0 ? 'The other ' : ''}${other.words}`)}.
        </>
      )}
    </Answer>
  );
}
