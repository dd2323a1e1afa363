import { classNames } from '../components/attributes.ts';
import type { Children, Html } from '../components/html.ts';

/** The record with its margin: paragraphs at the left, what the figures say about them at the right. */
export function Record({ label, children }: { readonly label: string; readonly children: Children }): Html {
  return (
    <article class="record" aria-label={label}>
      {children}
    </article>
  );
}

/** A heading of the record, in the record's voice. */
export function RecordHeading({
  reference,
  children,
}: {
  readonly reference?: string;
  readonly children: Children;
}): Html {
  return (
    <div class="record-row record-row--heading">
      <h2 class="record-words record-heading">
        {reference && <span class="record-heading__reference">{reference}</span>} {children}
      </h2>
    </div>
  );
}

export interface RecordParagraphProps {
  /** Its number in the record ("2.2"); the paragraph's address is `#paragraph-2.2`. */
  readonly reference: string;
  /** The record's own words. */
  readonly children: Children;
  /** `MarginNote`s about it. */
  readonly notes?: readonly Html[] | undefined;
}

/** A numbered paragraph of the record with its margin notes beside it; on a phone they fold beneath it. */
export function RecordParagraph({ reference, children, notes = [] }: RecordParagraphProps): Html {
  const id = `paragraph-${reference}`;
  return (
    <div
      class={classNames('record-row', 'record-paragraph', notes.length > 0 && 'record-paragraph--noted')}
      id={id}
    >
      <a class="record-paragraph__reference" href={`#${id}`} aria-label={`Paragraph ${reference}`}>
        {reference}
      </a>
      <div class="record-words record-paragraph__words">{children}</div>
      {notes.length > 0 && (
        <ul class="margin-notes" aria-label={`Notes on paragraph ${reference}`}>
          {notes}
        </ul>
      )}
    </div>
  );
}
