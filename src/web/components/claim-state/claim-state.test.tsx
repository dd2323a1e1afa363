import { expect, test } from 'vitest';
import { htmlText } from '../html.ts';
import { ClaimStateKey, ClaimStateMark } from './claim-state.tsx';
import { CLAIM_STATES, type ClaimState } from './claim-states.ts';

const states = Object.keys(CLAIM_STATES) as ClaimState[];

test('every state has a shape and words of its own, so that colour is never needed to tell them apart', () => {
  expect(states).toHaveLength(8);
  expect(new Set(states.map((state) => CLAIM_STATES[state].shape)).size).toBe(8);
  expect(new Set(states.map((state) => CLAIM_STATES[state].words)).size).toBe(8);
});

test.each(states)('%s: the shape is hidden from screen readers and the words are not', (state) => {
  const html = htmlText(<ClaimStateMark state={state} />);
  expect(html).toMatch(/<svg[^>]* aria-hidden="true"[^>]*><path class="mark__(line|fill)" d="M/);
  expect(html).toContain(`<span>${CLAIM_STATES[state].words}</span>`);
});

test('revised data are said beside the state, never instead of it', () => {
  const html = htmlText(<ClaimStateMark state="holds" revised />);
  expect(html).toContain('<span>Holds</span>');
  expect(html).toContain('<span>data revised</span>');
});

test('the key explains the states it is given, in their order', () => {
  const html = htmlText(<ClaimStateKey states={['unproven', 'holds']} />);
  expect(html.match(/<dt>/g)).toHaveLength(2);
  expect(html.indexOf('Unproven')).toBeLessThan(html.indexOf('Holds'));
  expect(html).toContain(CLAIM_STATES.unproven.meaning);
});
