import type { WorkspaceKind } from '../../../lake/workspace.ts';
import type { Html } from '../../components/html.ts';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';

const HERE: Readonly<Record<WorkspaceKind, string>> = {
  opening:
    'You are looking at the opening workspace: one meeting’s record restated in our own words, and published figures that its sentences speak of. No figure here is made up.',
  illustrative:
    'You are looking at the illustrative workspace, which shows what the program does when everything is filled in. Every figure in it is made up, in the layouts of real publications and under the names of real places, of which it says nothing. The record is that of a real meeting, restated.',
  own: 'You are looking at a workspace of your own: it holds what was imported into it and nothing else.',
};

/** What the program is, where its limits are, and whose words and data it carries. */
export function AboutPage({ frame, kind }: { readonly frame: Frame; readonly kind: WorkspaceKind }): Html {
  return (
    <Page {...frame} title="About" current="about">
      <h1 class="govuk-heading-l">About Scrutineer</h1>
      <Answer>
        Scrutineer reads the record of a board that holds the police to account, and says of each sentence
        whether published figures bear it out: then, and now.
      </Answer>
      <div class="prose reading">
        <p>{HERE[kind]}</p>
        {kind === 'illustrative' && (
          <p>
            Truths are hidden in the figures, to be found again: <a href="/planted">what is hidden</a>.
          </p>
        )}
        <h2>Who it is for</h2>
        <p>
          Officers who prepare a board’s meetings, members who ask questions at them, analysts who answer, and
          members of the public who want to see for themselves. It is open-source software that anyone may
          run, check and change.
        </p>
        <h2>What it cannot do</h2>
        <ul>
          <li>
            It says whether figures changed, not why. A change beyond chance is a question for the board, not
            an answer.
          </li>
          <li>
            Recorded crime is what was reported and recorded. It moves with reporting and with recording
            practice as well as with crime.
          </li>
          <li>
            It knows only what is published or imported. What nobody publishes is said to be missing where it
            would have stood, with the source or template that would fill it.
          </li>
          <li>
            The list of forces most similar to the Metropolitan Police is a guess of ours, marked as
            unconfirmed wherever it is used.
          </li>
          <li>
            Surveys published without their bases get intervals from the planned sample: the true ones may be
            wider.
          </li>
          <li>Days of publication that a publisher does not state are bounded, not known.</li>
          <li>
            A match between a sentence and a measure was made by a person and can be disputed; its recipe is
            on its page.
          </li>
        </ul>
        <h2>Words and data</h2>
        <p>
          The record is a restatement in our own words and points to the published original.{' '}
          {kind === 'illustrative' ? (
            'Figures are made up and nobody published them.'
          ) : (
            <>
              Figures are public sector information licensed under the{' '}
              <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
                Open Government Licence v3.0
              </a>
              , each with its publisher on the <a href="/data">data page</a>.
            </>
          )}{' '}
          The program is under the MIT licence; its typefaces, Source Serif 4 and Source Sans 3, are under the
          SIL Open Font License, and its forms and tables follow GOV.UK Frontend (MIT). It is not a
          publication of the police, of the Home Office or of any oversight body.
        </p>
        <h2>Reading on</h2>
        <ul>
          <li>
            <a href="/words">What the words mean here</a>
          </li>
          <li>
            <a href="/methods">How figures are judged</a>
          </li>
          <li>
            <a href="/data">What is held, and what is not</a>
          </li>
        </ul>
      </div>
    </Page>
  );
}
