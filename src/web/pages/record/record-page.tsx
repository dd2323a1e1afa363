import { dateName } from '../../../charts/index.ts';
import type { RecordSheet } from '../../../publish/index.ts';
import type { RecordSummary } from '../../../record/index.ts';
import { ClaimStateKey } from '../../components/claim-state/claim-state.tsx';
import type { Html } from '../../components/html.ts';
import { Page } from '../../layout/page.tsx';
import { Record, RecordHeading } from '../../layout/record.tsx';
import type { Frame } from '../frame.ts';
import { Attendance } from './attendance.tsx';
import { Corrections } from './corrections.tsx';
import { PromisesTable } from './promises-table.tsx';
import { RecordAnswer } from './record-answer.tsx';
import { RecordNotice } from './record-notice.tsx';
import { SheetParagraphRows } from './sheet-paragraph.tsx';

export interface RecordPageModel {
  readonly frame: Frame;
  readonly sheet: RecordSheet;
  /** All records held, newest first. */
  readonly records: readonly RecordSummary[];
  /** It is the start page. */
  readonly start: boolean;
}

/** The record with its margin: what its statements come to, then the record itself, then promises, attendance and key. */
export function RecordPage({ frame, sheet, records, start }: RecordPageModel): Html {
  const { date, series, items } = sheet;
  return (
    <Page {...frame} title={`${series}, ${dateName(date)}`} current="record" exact={start}>
      <h1 class="record-title">
        {series}, {dateName(date)}
      </h1>
      <RecordAnswer sheet={sheet} />
      <RecordNotice sheet={sheet} />
      <nav class="record-contents" aria-label="Contents of the record">
        <ol>
          {items.map(({ ref, title }) => (
            <li>
              <a class="govuk-link" href={`#item-${ref}`}>
                <span class="numbers">{ref}</span> {title}
              </a>
            </li>
          ))}
          <li>
            <a class="govuk-link" href="#promises">
              What was promised
            </a>
          </li>
          <li>
            <a class="govuk-link" href="#marks">
              What the marks mean
            </a>
          </li>
        </ol>
      </nav>
      <Record label={`Record of ${dateName(date)}`}>
        {items.map((item) => (
          <>
            <div id={`item-${item.ref}`} class="record-anchor" />
            <RecordHeading reference={item.ref}>{item.title}</RecordHeading>
            {item.paragraphs.map((paragraph) => (
              <SheetParagraphRows paragraph={paragraph} sheet={sheet} />
            ))}
          </>
        ))}
      </Record>
      <Corrections corrections={sheet.corrections} unplaced={sheet.unplaced} />
      <PromisesTable sheet={sheet} />
      <Attendance attendance={sheet.attendance} apologies={sheet.apologies} />
      <section aria-labelledby="marks">
        <h2 class="govuk-heading-m" id="marks">
          What the marks mean
        </h2>
        <ClaimStateKey />
        <p class="govuk-body">
          “Then” rests on periods that had ended by the meeting, as they were first published; “since” on all
          periods after it, as published now. “Silent” counts the days from the meeting to today; it says that
          no record held here speaks of the promise again, not that nothing was done.
        </p>
      </section>
      <OtherRecords records={records} date={date} />
    </Page>
  );
}

function OtherRecords({
  records,
  date,
}: {
  readonly records: readonly RecordSummary[];
  readonly date: string;
}): Html {
  const others = records.filter((each) => each.date !== date);
  if (others.length === 0) return <></>;
  return (
    <section aria-labelledby="other-records">
      <h2 class="govuk-heading-m" id="other-records">
        Other records
      </h2>
      <ul class="govuk-list">
        {others.map((each) => (
          <li>
            <a class="govuk-link" href={`/records/${each.date}`}>
              {each.series}, {dateName(each.date)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
