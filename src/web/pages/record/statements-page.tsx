import { dateName } from '../../../charts/index.ts';
import { stateCounts, type RecordSheet, type SheetClaim } from '../../../publish/index.ts';
import { ClaimStateMark } from '../../components/claim-state/claim-state.tsx';
import { CLAIM_STATES } from '../../components/claim-state/claim-states.ts';
import type { ClaimState } from '../../../evidence/index.ts';
import type { Html } from '../../components/html.ts';
import { SortableTable } from '../../components/sortable-table/sortable-table.tsx';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import { claimAddress } from '../claim/claim-address.ts';
import type { Frame } from '../frame.ts';

/** The statements of a record as a list, all of them or those in one state. */
export function StatementsPage({
  frame,
  sheet,
  state,
}: {
  readonly frame: Frame;
  readonly sheet: RecordSheet;
  readonly state: ClaimState | null;
}): Html {
  const shown = sheet.claims.filter((claim) => state === null || claim.state === state);
  const counts = stateCounts(sheet.claims);
  const all = sheet.claims.length;
  const [only] = stateCounts(shown);
  return (
    <Page
      {...frame}
      title={`Statements of ${dateName(sheet.date)}${state === null ? '' : `: ${CLAIM_STATES[state].words.toLowerCase()}`}`}
      current="record"
      exact={false}
      before={
        <nav class="page-trail" aria-label="Back to the record">
          <a class="govuk-link" href={`/records/${sheet.date}`}>
            {sheet.series}, {dateName(sheet.date)}
          </a>
        </nav>
      }
    >
      <h1 class="govuk-heading-l">Statements of the record</h1>
      <Answer>
        {state === null
          ? `The record makes ${all} statements: ${counts.map(({ words }) => words).join(', ')}.`
          : only === undefined
            ? `None of the record’s ${all} statements is in this state: ${CLAIM_STATES[state].words.toLowerCase()}.`
            : `Of ${all} statements in the record, ${only.words}. ${CLAIM_STATES[state].meaning}`}
      </Answer>
      <nav class="state-choice" aria-label="Which statements">
        <a class="govuk-link" href="?" {...(state === null ? { 'aria-current': 'page' } : {})}>
          All {all}
        </a>{' '}
        {counts.map(({ state: each, count }) => (
          <>
            <a
              class="govuk-link"
              href={`?state=${each}`}
              {...(state === each ? { 'aria-current': 'page' } : {})}
            >
              {CLAIM_STATES[each].words} {count}
            </a>{' '}
          </>
        ))}
      </nav>
      {shown.length > 0 && (
        <SortableTable
          caption="Statements"
          captionClasses="govuk-visually-hidden"
          classes="statements-table"
          head={['Paragraph', 'Statement', 'State', 'What the figures say, or what a check would need'].map(
            (text) => ({ text }),
          )}
          rows={shown.map((claim) => row(claim, sheet.date))}
        />
      )}
    </Page>
  );
}

function row(claim: SheetClaim, date: string) {
  const { id, paragraph, text, state, revised, needs, then, now } = claim;
  const says = [then === null ? '' : `Then: ${then}`, now === null ? '' : `Since: ${now}`]
    .filter((part) => part !== '')
    .join(' ');
  return [
    {
      html: (
        <a class="govuk-link" id={`p${paragraph}`} href={`/records/${date}#paragraph-${paragraph}`}>
          {paragraph}
        </a>
      ),
      sortValue: paragraph,
    },
    {
      html: (
        <a class="govuk-link record-quote" href={claimAddress(date, id)}>
          {text}
        </a>
      ),
      sortValue: text,
    },
    { html: <ClaimStateMark state={state} revised={revised} />, sortValue: CLAIM_STATES[state].words },
    { text: says || (needs ?? '') },
  ];
}
