import type { SheetClaim } from '../../../publish/index.ts';
import type { Html } from '../../components/html.ts';
import { MarginNote } from '../../layout/margin-note.tsx';
import { claimAddress } from '../claim/claim-address.ts';

/** What figures say of a statement: its state, then and since in a line each, and the way to the evidence. */
export function ClaimNote({ claim, date }: { readonly claim: SheetClaim; readonly date: string }): Html {
  const { state, revised, then, now, needs, id, text } = claim;
  const unchecked = state === 'cannot-be-checked';
  return (
    <MarginNote id={`note-${id}`} state={state} revised={revised}>
      {unchecked ? (
        <>Needs: {needs === null ? 'figures that are not held' : lowerFirst(needs)} </>
      ) : (
        <>
          <span class="margin-note__side">
            <b>Then</b> {then ?? 'No figures of the time are held.'}
          </span>
          <span class="margin-note__side">
            <b>Since</b> {now ?? 'No figures held.'}
          </span>
        </>
      )}
      <a class="govuk-link" href={claimAddress(date, id)}>
        {unchecked ? 'What would check it' : 'How we know'}
        <span class="govuk-visually-hidden">: {text}</span>
      </a>
    </MarginNote>
  );
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^(Met|PAS|MOPAC)\b/.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}
