import { gallerySection } from '../../gallery/example.ts';
import { ClaimStateKey, ClaimStateMark, type ClaimStateMarkProps } from './claim-state.tsx';
import { CLAIM_STATES, type ClaimState } from './claim-states.ts';

const every = Object.entries(CLAIM_STATES).map(([state, { words }]): [string, ClaimStateMarkProps] => [
  words,
  { state: state as ClaimState },
]);

export const claimStateExamples = gallerySection(
  'ClaimStateMark',
  'What became of a sentence of the record.',
  ClaimStateMark,
  {
    ...Object.fromEntries(every),
    'With revised data': { state: 'holds', revised: true },
  },
);

export const claimStateKeyExamples = gallerySection(
  'ClaimStateKey',
  'What each mark means, at the foot of a page that uses them.',
  ClaimStateKey,
  {
    'All states': {},
  },
);
