import type { Html } from '../html.ts';
import { Mark } from '../mark/mark.tsx';
import { CLAIM_STATES, type ClaimState } from './claim-states.ts';

export interface ClaimStateMarkProps {
  readonly state: ClaimState;
  /** The figures that it rests on have been revised since. */
  readonly revised?: boolean | undefined;
}

/** The state of a sentence as mark and words: "▲ Holds", with "↻ data revised" beside it where figures changed. */
export function ClaimStateMark({ state, revised = false }: ClaimStateMarkProps): Html {
  const { shape, tone, words } = CLAIM_STATES[state];
  return (
    <span class="marked-words">
      <Mark shape={shape} tone={tone} />
      <span>{words}</span>
      {revised && (
        <span class="marked-words__revised">
          <Mark shape="circular-arrow" tone="common" />
          <span>data revised</span>
        </span>
      )}
    </span>
  );
}

/** What each mark means, for the foot of a page that uses them. */
export function ClaimStateKey({
  states = Object.keys(CLAIM_STATES) as ClaimState[],
}: {
  /** Only these states, in this order. */
  readonly states?: readonly ClaimState[] | undefined;
}): Html {
  return (
    <dl class="claim-state-key">
      {states.map((state) => (
        <>
          <dt>
            <ClaimStateMark state={state} />
          </dt>
          <dd>{CLAIM_STATES[state].meaning}</dd>
        </>
      ))}
    </dl>
  );
}
