import { MarkedWords } from '../components/mark/mark.tsx';
import type { GallerySection } from '../gallery/example.ts';
import { ClaimedWords } from './claimed-words.tsx';
import { MarginNote } from './margin-note.tsx';
import { Record, RecordHeading, RecordParagraph } from './record.tsx';

/** A made-up record with every kind of margin note. */
const example = (
  <Record label="Example of a record">
    <RecordHeading reference="2">Example: how the quarter went</RecordHeading>
    <RecordParagraph reference="2.1">
      <p>
        The chair thanked officers for the paper and asked members to take it as read. There were no questions
        on the minutes of the last meeting.
      </p>
    </RecordParagraph>
    <RecordParagraph
      reference="2.2"
      notes={[
        <MarginNote id="note-a" state="holds" revised href="#a" linkText="Robbery above other forces">
          Two of the three similar forces were below; one was level.
        </MarginNote>,
        <MarginNote id="note-b" state="not-borne-out" href="#b" linkText="Robbery turning down">
          No signal then; it has risen since.
        </MarginNote>,
      ]}
    >
      <p>
        <ClaimedWords state="holds" noteId="note-a">
          Robbery had grown at much the same pace as elsewhere and stood above other forces.
        </ClaimedWords>{' '}
        Officers explained that the growth was in the town centres and in the hours after school.{' '}
        <ClaimedWords state="not-borne-out" noteId="note-b">
          The most recent weeks showed it beginning to turn down,
        </ClaimedWords>{' '}
        though there was some way to go.
      </p>
    </RecordParagraph>
    <RecordParagraph
      reference="2.3"
      notes={[
        <MarginNote
          head={
            <MarkedWords shape="circle-open" tone="ink">
              Promise
            </MarkedWords>
          }
          href="#c"
          linkText="Evaluate the new tasking"
        >
          No owner named; silent for 92 days.
        </MarginNote>,
        <MarginNote id="note-d" state="cannot-be-checked" href="#d" linkText="What would check it">
          Nobody publishes victim satisfaction by borough.
        </MarginNote>,
      ]}
    >
      <p>
        The new tasking would be evaluated before the next meeting.{' '}
        <ClaimedWords state="cannot-be-checked" noteId="note-d">
          Victims were happier with the service than a year ago.
        </ClaimedWords>
      </p>
    </RecordParagraph>
  </Record>
);

export const recordExamples: GallerySection = {
  component: 'Record',
  purpose:
    'The record with what the figures say in its margin; on a phone each note folds under its paragraph.',
  examples: [{ name: 'With every kind of note (made up)', html: example }],
};
