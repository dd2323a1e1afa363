import { dueWords, promiseKind, type RecordSheet } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';
import { SortableTable } from '../../components/sortable-table/sortable-table.tsx';
import { actionId } from './action-row.tsx';

/** Every action and promise of the record in one table: what, whose, for whom, by when. */
export function PromisesTable({ sheet }: { readonly sheet: RecordSheet }): Html {
  const { actions, promises } = sheet;
  if (actions.length + promises.length === 0) return <></>;
  return (
    <section aria-labelledby="promises">
      <h2 class="govuk-heading-m" id="promises">
        What was promised
      </h2>
      <p class="govuk-body">
        {said(actions.length, 'action was', 'actions were')} minuted;{' '}
        {said(promises.length, 'more undertaking was', 'more undertakings were')} found in the words of the
        paragraphs, {promises.filter(({ owner }) => owner === null).length} of them with no owner.{' '}
        {sheet.newest
          ? `No later record is held, so nothing has been heard of any of them here for ${sheet.days.toLocaleString('en-GB')} days.`
          : 'Later records are held; they have not been searched for updates.'}
      </p>
      <SortableTable
        caption="Actions and promises"
        captionClasses="govuk-visually-hidden"
        classes="promises-table"
        head={['Paragraph', 'What', 'Owner', 'For', 'Due'].map((text) => ({ text }))}
        rows={[
          ...actions.map(({ ref, paragraph, text, owner, recipient, due }) => [
            {
              html: (
                <a class="govuk-link" href={`#${actionId(ref)}`}>
                  {ref}
                </a>
              ),
              sortValue: paragraph ?? '',
            },
            { html: <span class="record-quote">{text}</span>, sortValue: text },
            { text: owner ?? 'no owner' },
            { text: recipient ?? 'not named' },
            { text: dueWords(due).replace(/^due /, '') },
          ]),
          ...promises.map((promise) => [
            {
              html: (
                <a class="govuk-link" href={`#paragraph-${promise.paragraph}`}>
                  {promise.paragraph}
                </a>
              ),
              sortValue: promise.paragraph,
            },
            {
              html: (
                <>
                  <span class="record-quote">“{promise.clause}”</span>{' '}
                  <span class="quiet">{promiseKind(promise)}</span>
                </>
              ),
              sortValue: promise.clause,
            },
            { text: promise.owner ?? 'no owner' },
            { text: 'not named', classes: 'quiet' },
            { text: 'no date set', classes: 'quiet' },
          ]),
        ]}
      />
    </section>
  );
}

function said(count: number, one: string, many: string): string {
  return `${count === 0 ? 'No' : count} ${count === 1 ? one : many}`;
}
