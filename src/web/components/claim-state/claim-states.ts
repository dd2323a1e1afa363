import type { MarkProps } from '../mark/mark.tsx';

/** What became of a sentence of the record: its verdict at the meeting and its verdict now, taken together. */
export type ClaimState =
  | 'holds'
  | 'no-longer-holds'
  | 'never-held'
  | 'not-borne-out'
  | 'later-only'
  | 'unproven'
  | 'cannot-be-checked'
  | 'not-checkable';

/** How a state looks and reads. `meaning` is the sentence of the key. */
export interface ClaimStateLook extends MarkProps {
  readonly words: string;
  readonly meaning: string;
}

/** In the order in which a reader should meet them: what stands, what fell, what is open. */
export const CLAIM_STATES: Readonly<Record<ClaimState, ClaimStateLook>> = {
  holds: {
    shape: 'triangle-up',
    tone: 'improvement',
    words: 'Holds',
    meaning: 'The figures of the time supported it, and nothing published since speaks against it.',
  },
  'no-longer-holds': {
    shape: 'diamond-open',
    tone: 'neutral',
    words: 'No longer holds',
    meaning: 'The figures of the time supported it; those published since do not.',
  },
  'never-held': {
    shape: 'cross',
    tone: 'concern',
    words: 'Never held',
    meaning: 'The figures of the time already contradicted it.',
  },
  'not-borne-out': {
    shape: 'diamond-target',
    tone: 'concern',
    words: 'Not borne out',
    meaning: 'The figures of the time could not settle it; those published since contradict it.',
  },
  'later-only': {
    shape: 'triangle-up-open',
    tone: 'improvement',
    words: 'Later only',
    meaning: 'The figures of the time could not settle it; those published since support it.',
  },
  unproven: {
    shape: 'approximately',
    tone: 'common',
    words: 'Unproven',
    meaning: 'There are figures, but they settle it neither way.',
  },
  'cannot-be-checked': {
    shape: 'question',
    tone: 'common',
    words: 'Cannot be checked',
    meaning: 'Figures could settle it, but those that would are not held here.',
  },
  'not-checkable': {
    shape: 'dash',
    tone: 'common',
    words: 'Not a statistical claim',
    meaning: 'It says nothing that figures could bear out: a plan, an explanation, a thank-you.',
  },
};
