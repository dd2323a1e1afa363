import type { Html } from '../../web/components/html.ts';
import { ScrollRegion } from '../../web/components/scroll-region/scroll-region.tsx';
import { Table } from '../../web/components/table/table.tsx';
import { dueWords, promiseKind, silence } from '../record-sheet/promise-words.ts';
import type { PackModel } from './pack-model.ts';
import { PackSection } from './pack-section.tsx';

/** Open actions, and the promises that nobody wrote down as actions. */
export function PromisesSection({ model: { sheet } }: { readonly model: PackModel }): Html {
  const { actions, promises, newest, days } = sheet;
  const ownerless = promises.filter(({ owner }) => owner === null).length;
  return (
    <PackSection number={3} title="Open actions and promises">
      <p class="answer">
        {actions.length} {actions.length === 1 ? 'action was' : 'actions were'} minuted; {promises.length}{' '}
        more {promises.length === 1 ? 'promise was' : 'promises were'} made in passing, {ownerless} of them
        with no owner.
      </p>
      {actions.length + promises.length > 0 && (
        <ScrollRegion label="Actions and promises">
          <Table
            caption="Actions and promises"
            captionClasses="govuk-visually-hidden"
            head={['Paragraph', 'What', 'Owner', 'For', 'Due'].map((text) => ({ text }))}
            rows={[
              ...actions.map(({ ref, paragraph, text, owner, recipient, due }) => [
                { text: paragraph === null ? ref : `${paragraph}, ${ref}` },
                { html: <span class="record-quote">{text}</span> },
                { text: owner ?? 'no owner' },
                { text: recipient ?? 'not named' },
                { text: dueWords(due).replace(/^due /, '') },
              ]),
              ...promises.map((promise) => [
                { text: promise.paragraph },
                {
                  html: (
                    <>
                      <span class="record-quote">“{promise.clause}”</span>{' '}
                      <span class="quiet">{promiseKind(promise)}</span>
                    </>
                  ),
                },
                { text: promise.owner ?? 'no owner' },
                { text: 'not named' },
                { text: 'no date set' },
              ]),
            ]}
          />
        </ScrollRegion>
      )}
      <p class="govuk-body-s">
        {newest
          ? `All are ${silence({ days, newest })}: no record held here speaks of them again. That is not to say that nothing was done.`
          : 'Later records are held; they have not been searched for updates.'}
      </p>
    </PackSection>
  );
}
