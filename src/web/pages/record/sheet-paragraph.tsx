import type { RecordSheet, SheetParagraph } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';
import { ClaimedWords } from '../../layout/claimed-words.tsx';
import { RecordParagraph } from '../../layout/record.tsx';
import { ActionRow } from './action-row.tsx';
import { ClaimNote } from './claim-note.tsx';
import { PromiseNote } from './promise-note.tsx';

/** A paragraph of the record with all that stands in its margin, and the actions that follow it. */
export function SheetParagraphRows({
  paragraph,
  sheet,
}: {
  readonly paragraph: SheetParagraph;
  readonly sheet: RecordSheet;
}): Html {
  const { ref, parts, claims, promises, actions, unchecked } = paragraph;
  const notes = [
    ...claims.map((claim) => <ClaimNote claim={claim} date={sheet.date} />),
    ...promises.map((promise) => <PromiseNote promise={promise} sheet={sheet} />),
    ...(unchecked > 0 ? [<UncheckedNote count={unchecked} sheet={sheet} paragraph={ref} />] : []),
  ];
  return (
    <>
      <RecordParagraph reference={ref} notes={notes}>
        <p>
          {parts.map(({ text, claim }) =>
            claim === null ? (
              text
            ) : (
              <ClaimedWords state={claim.state} noteId={`note-${claim.id}`}>
                {text}
              </ClaimedWords>
            ),
          )}
        </p>
      </RecordParagraph>
      {actions.map((action) => (
        <ActionRow action={action} sheet={sheet} />
      ))}
    </>
  );
}

/** Statements that no figure could settle, said in one quiet line. */
function UncheckedNote({
  count,
  sheet,
  paragraph,
}: {
  readonly count: number;
  readonly sheet: RecordSheet;
  readonly paragraph: string;
}): Html {
  return (
    <li class="margin-note margin-note--quiet">
      <a
        class="govuk-link govuk-link--muted"
        href={`/records/${sheet.date}/claims?state=not-checkable#p${paragraph}`}
      >
        {count} {count === 1 ? 'statement' : 'statements'} of no figures
        <span class="govuk-visually-hidden"> in paragraph {paragraph}</span>
      </a>
    </li>
  );
}
