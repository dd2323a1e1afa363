import { dateName } from '../../../charts/index.ts';
import type { RecordSummary } from '../../../record/index.ts';
import type { Html } from '../../components/html.ts';
import { SortableTable } from '../../components/sortable-table/sortable-table.tsx';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';

/** The records held, newest first; without any, how to bring one in. */
export function RecordsPage({
  frame,
  records,
}: {
  readonly frame: Frame;
  readonly records: readonly RecordSummary[];
}): Html {
  const [newest] = records;
  return (
    <Page {...frame} title="Records" current="record" exact={newest === undefined}>
      <h1 class="govuk-heading-l">Records of meetings</h1>
      <Answer>
        {newest === undefined
          ? 'No record of a meeting is held yet.'
          : `${records.length === 1 ? 'One record is' : `${records.length} records are`} held; the newest is of ${dateName(newest.date)}.`}
      </Answer>
      {newest === undefined ? (
        <p class="govuk-body">
          Import minutes as text or Markdown: <code>npx scrutineer record import FILE</code>. Their
          paragraphs, actions and promises are then laid out here, with what figures say in the margin.
        </p>
      ) : (
        <SortableTable
          caption="Records held"
          captionClasses="govuk-visually-hidden"
          head={[
            { text: 'Meeting', sorted: 'descending' },
            { text: 'Series' },
            { text: 'Paragraphs', format: 'numeric' },
            { text: 'Actions', format: 'numeric' },
            { text: 'Statements', format: 'numeric' },
            { text: 'Standing' },
          ]}
          rows={records.map(({ date, series, paragraphs, actions, claims, status, restated }) => [
            {
              html: (
                <a class="govuk-link" href={`/records/${date}`}>
                  {dateName(date)}
                </a>
              ),
              sortValue: date,
            },
            { text: series },
            { text: paragraphs, format: 'numeric' },
            { text: actions, format: 'numeric' },
            { text: claims, format: 'numeric' },
            { text: restated ? `${status}, restated here` : status },
          ])}
        />
      )}
    </Page>
  );
}
