import { dateName } from '../../../charts/index.ts';
import { ClaimStateMark } from '../../components/claim-state/claim-state.tsx';
import { CLAIM_STATES } from '../../components/claim-state/claim-states.ts';
import type { Html } from '../../components/html.ts';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';
import { claimAddress } from './claim-address.ts';
import type { ClaimModel } from './claim-model.ts';
import { InputsSection } from './inputs-section.tsx';
import { RecipeSection } from './recipe-section.tsx';
import { SideSection } from './side-section.tsx';

const KINDS: Readonly<Record<string, string>> = {
  statistical: 'a statistical claim',
  explanation: 'an explanation',
  research: 'a finding of research',
  forecast: 'a forecast',
  'data-quality': 'a claim about data',
  status: 'a report of what was done or is to be done',
  perception: 'a view or a worry',
};

/** One statement of a record: what became of it, what was known then, what has come since, and how we know. */
export function ClaimPage({ frame, model }: { readonly frame: Frame; readonly model: ClaimModel }): Html {
  const { claim, date, series, then, now, recipe } = model;
  return (
    <Page
      {...frame}
      title={`“${claim.text}”`}
      current="record"
      exact={false}
      before={
        <nav class="page-trail" aria-label="Back to the record">
          <a class="govuk-link" href={`/records/${date}#paragraph-${claim.paragraph}`}>
            {series}, {dateName(date)}, paragraph {claim.paragraph}
          </a>
        </nav>
      }
    >
      <h1 class="claim-title record-words">“{claim.text}”</h1>
      <Answer>
        <ClaimStateMark state={claim.state} />. {answer(model)}
        {claim.revised && ' The figures of the time have been revised since.'}
      </Answer>
      {(then ?? now) && (
        <div class="claim-sides">
          {then && (
            <SideSection
              id="then"
              title="Then"
              span={`Periods that had ended when the board met on ${dateName(date)}, in the earliest publication held.`}
              side={then}
              fillers={model.fillers}
            />
          )}
          {now && (
            <SideSection
              id="now"
              title="Now"
              span="Everything since, in the newest publication held."
              side={now}
              fillers={model.fillers}
            />
          )}
        </div>
      )}
      {claim.question === null && <WithoutQuestion model={model} />}
      <section class="claim-context" aria-labelledby="context">
        <h2 class="govuk-heading-m" id="context">
          Where it stands
        </h2>
        <blockquote class="claim-paragraph record-words">
          <p>
            <span class="claim-paragraph__reference">{claim.paragraph}</span>{' '}
            {model.parts.map(({ text, claim: own }) => (own === null ? text : <mark>{text}</mark>))}
          </p>
        </blockquote>
        <p class="govuk-body quiet">
          {model.restated
            ? 'The record is restated in our own words; where wording matters, read the published original.'
            : `From the record of ${dateName(date)}.`}
        </p>
      </section>
      {recipe && <RecipeSection model={model} recipe={recipe} />}
      <InputsSection then={then?.inputs ?? []} now={now?.inputs ?? []} />
      <Neighbours model={model} />
    </Page>
  );
}

function answer({ claim, then, now }: ClaimModel): string {
  const { state } = claim;
  if (state === 'not-checkable')
    return `It is ${KINDS[claim.kind] ?? claim.kind}, which no figure could settle.`;
  if (state === 'cannot-be-checked') return CLAIM_STATES[state].meaning;
  if (state === 'holds' && then?.verdict === 'supported' && now?.verdict === 'no-data')
    return 'The figures of the time supported it; none have been published here since.';
  return CLAIM_STATES[state].meaning;
}

/** What stands in place of a picture where nothing can be asked. */
function WithoutQuestion({ model }: { readonly model: ClaimModel }): Html {
  const { claim, note } = model;
  const checkable = claim.state === 'cannot-be-checked';
  return (
    <section aria-labelledby="needs">
      <h2 class="govuk-heading-m" id="needs">
        {checkable ? 'What a check would need' : 'Why figures cannot settle it'}
      </h2>
      <p class="govuk-body">{claim.needs ?? 'Nobody has yet said what figures would settle it.'}</p>
      {note && <p class="govuk-body">{note}</p>}
      {checkable && (
        <p class="govuk-body">
          Whoever holds such figures can type them with their citation into a figures file and bring them in
          by <code>npx scrutineer import FILE</code>; a question written beside the statement in its claims
          file then checks it.{' '}
          <a class="govuk-link" href="/data">
            Data
          </a>{' '}
          lists what is held.
        </p>
      )}
    </section>
  );
}

function Neighbours({ model: { before, after, date } }: { readonly model: ClaimModel }): Html {
  return (
    <nav class="claim-neighbours" aria-label="Other statements of this record">
      {before && (
        <a class="govuk-link" href={claimAddress(date, before.id)}>
          ← {before.paragraph} <span class="record-quote">{before.text}</span>
        </a>
      )}
      {after && (
        <a class="govuk-link claim-neighbours__after" href={claimAddress(date, after.id)}>
          {after.paragraph} <span class="record-quote">{after.text}</span> →
        </a>
      )}
    </nav>
  );
}
