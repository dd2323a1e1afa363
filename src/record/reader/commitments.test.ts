import { describe, expect, it } from 'vitest';
import type { ReadCommitment } from '../read-record-types.ts';
import { findCommitments } from './commitments.ts';

function find(text: string, action?: string): ReadCommitment[] {
  const written = {
    ref: 'Action 1',
    text: action ?? '',
    paragraph: '1.1',
    owner: null,
    recipient: null,
    due: null,
  };
  const items = [{ ref: '1', title: 'Boats', paragraphs: [{ ref: '1.1', text }] }];
  return findCommitments(items, action === undefined ? [] : [written]);
}

describe('proposing commitments', () => {
  it.each([
    ['undertaking', 'The Trust undertook to mend the quay.', 'Trust'],
    ['undertaking', 'The Transparency Team would provide details at the next meeting.', 'Transparency Team'],
    ['ongoing-work', 'The Met was recruiting more boatmen.', 'MPS'],
    ['ongoing-work', 'The MPS advised that a rule was being written.', 'MPS'],
    ['ongoing-work', 'A rule was being written.', null],
    ['change-reported', 'The MPS said that it had brought in new rules.', 'MPS'],
    ['need', 'Lighting had to be put right.', null],
    ['proposal', 'It was accepted that lamps would help.', null],
  ])('%s: %s', (kind, text, owner) => {
    expect(find(text)).toMatchObject([{ paragraph: '1.1', text, owner, kind }]);
  });

  it('says of each why it was proposed, and gives the clause that undertakes', () => {
    expect(find('Lighting was poor and the MPS was reviewing it.')).toEqual([
      {
        paragraph: '1.1',
        text: 'Lighting was poor and the MPS was reviewing it.',
        owner: 'MPS',
        kind: 'ongoing-work',
        clause: 'the MPS was reviewing it',
        because: 'says that a named party was at work on something',
      },
    ]);
  });

  it('finds two in one sentence, each with its own owner', () => {
    const found = find('The Met was working to understand why, and MOPAC was commissioning research.');
    expect(found.map(({ owner, clause }) => [owner, clause])).toEqual([
      ['MPS', 'The Met was working to understand why'],
      ['MOPAC', 'MOPAC was commissioning research'],
    ]);
  });

  it('leaves out what an action of the same paragraph records', () => {
    const text = 'The MPS undertook to send MOPAC its boat count soon.';
    expect(find(text, 'The MPS to send MOPAC the boat count as soon as it can.')).toEqual([]);
    expect(find(text, 'The MPS to paint the quay.')).toHaveLength(1);
  });

  it.each([
    'Thefts were rising in line with other harbours.',
    'It would be helpful to know why.',
    'The Chair asked whether the Trust was reviewing its rules.',
    'The minutes were agreed.',
  ])('proposes nothing for: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
