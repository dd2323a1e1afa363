import type { RecordSheet, SheetParagraph } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';
import { MarkedWords } from '../../components/mark/mark.tsx';
import { ClaimedWords } from '../../layout/claimed-words.tsx';
import { RecordParagraph } from '../../layout/record.tsx';
import { ActionRow } from './action-row.tsx';
import { ClaimNote } from './claim-note.tsx';
import { PromiseNote } from './promise-note.tsx';
import { RunInNote } from './run-in-note.tsx';

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
    ...(promises.length > 0 ? [<PromiseNote promises={promises} sheet={sheet} />] : []),
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
    <RunInNote quiet>
      <a
        class="govuk-link govuk-link--muted margin-note__state"
        href={`/records/${sheet.date}/claims?state=not-checkable#p${paragraph}`}
      >
        <MarkedWords shape="dash" tone="common">
          {count} not statistical<span class="govuk-visually-hidden"> in paragraph {paragraph}</span>
        </MarkedWords>
      </a>
    </RunInNote>
  );
}
