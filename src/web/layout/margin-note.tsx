import { ClaimStateMark } from '../components/claim-state/claim-state.tsx';
import type { ClaimState } from '../components/claim-state/claim-states.ts';
import type { Children, Html } from '../components/html.ts';

/** Of a claim: its state. Of anything else (a promise, an action): a mark with words of its own. */
type NoteHead =
  | { readonly state: ClaimState; readonly revised?: boolean | undefined }
  | { readonly head: Html; readonly state?: undefined };

export type MarginNoteProps = NoteHead & {
  /** So that the words it is about can point at it. */
  readonly id?: string | undefined;
  /** One line: what the figures say. */
  readonly children?: Children;
  readonly href?: string | undefined;
  /** What the link leads to: "Robbery turning down: how we know". */
  readonly linkText?: string | undefined;
};

/** A note in the margin of the record: mark and words first, one line of reading, the way to the evidence. */
export function MarginNote(props: MarginNoteProps): Html {
  const { id, children, href, linkText } = props;
  return (
    <li class="margin-note" id={id}>
      <p class="margin-note__head">
        {props.state === undefined ? (
          props.head
        ) : (
          <ClaimStateMark state={props.state} revised={props.revised} />
        )}
      </p>
      {children && <p class="margin-note__reading">{children}</p>}
      {href && (
        <p class="margin-note__link">
          <a class="govuk-link" href={href}>
            {linkText ?? 'How we know'}
          </a>
        </p>
      )}
    </li>
  );
}
