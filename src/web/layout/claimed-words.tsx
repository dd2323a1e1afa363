import type { ClaimState } from '../components/claim-state/claim-states.ts';
import { CLAIM_STATES } from '../components/claim-state/claim-states.ts';
import type { Children, Html } from '../components/html.ts';
import { Mark } from '../components/mark/mark.tsx';

const SPACE_FOR_MARK = '\u00A0'.repeat(4);

export interface ClaimedWordsProps {
  readonly state: ClaimState;
  /** Id of the margin note about these words. */
  readonly noteId: string;
  /** The record's own words, unchanged. */
  readonly children: Children;
}

/** Words of the record that a margin note is about: underlined, and ending in the note's mark, which leads to it. */
export function ClaimedWords({ state, noteId, children }: ClaimedWordsProps): Html {
  const { shape, tone, words } = CLAIM_STATES[state];
  return (
    <span class={`claimed-words claimed-words--${tone}`}>
      <span class="claimed-words__text">{children}</span>
      {/* The mark hangs in spaces that no line may break at: a picture alone could end up on the next line. */}
      <a class="claimed-words__mark" href={`#${noteId}`} aria-label={`${words}: note`}>
        {SPACE_FOR_MARK}
        <Mark shape={shape} tone={tone} />
      </a>
    </span>
  );
}
