import type { SheetClaim } from '../../../publish/index.ts';
import { ClaimStateMark } from '../../components/claim-state/claim-state.tsx';
import type { Html } from '../../components/html.ts';
import { claimAddress } from '../claim/claim-address.ts';
import { RunInNote } from './run-in-note.tsx';

/** What figures say of a statement: its state, which leads to the evidence, then and since in a line each. */
export function ClaimNote({ claim, date }: { readonly claim: SheetClaim; readonly date: string }): Html {
  const { state, revised, then, now, needs, id, text } = claim;
  return (
    <RunInNote
      id={`note-${id}`}
      head={
        <a class="govuk-link margin-note__state" href={claimAddress(date, id)}>
          <ClaimStateMark state={state} revised={revised} />
          <span class="govuk-visually-hidden">: how we know of “{text}”</span>
        </a>
      }
    >
      {state === 'cannot-be-checked' ? (
        <>needs {needs === null ? 'figures that are not held.' : lowerFirst(needs)}</>
      ) : (
        <>
          {then === null ? 'no figures of the time.' : then} Since: {now ?? 'no figures held.'}
        </>
      )}
    </RunInNote>
  );
}

/** A capital that only begins the sentence gives way; names and abbreviations keep theirs. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^(Met|Metropolitan|London)\b/.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}
