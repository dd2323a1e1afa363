import { describe, expect, it } from 'vitest';
import { actionParts } from './action-parts.ts';

describe('who owes an action, to whom and by when', () => {
  it.each([
    ['Harbour Force to share with the Trust its figures.', 'Harbour Force', 'Trust'],
    ['The Met to advise the Mayor’s Office for Policing and Crime whether it agreed.', 'MPS', 'MOPAC'],
    ['Transparency Team to circulate the note.', 'Transparency Team', null],
    ['Ann Lee and Bo Orr to meet.', 'Ann Lee and Bo Orr', null],
    ['The Harbour Force will send MOPAC the list.', 'Harbour Force', 'MOPAC'],
    ['Harbour Force to give the Ethics Panel an update on boats.', 'Harbour Force', 'Ethics Panel'],
    ['Copy of the terms of reference to be circulated.', null, null],
    ['A date to be found.', null, null],
  ])('%s', (text, owner, recipient) => {
    expect(actionParts(text)).toMatchObject({ owner, recipient });
  });

  it.each([
    ['as soon as possible', { kind: 'asap', text: 'as soon as possible' }],
    ['by 31 March 2024', { kind: 'date', text: '31 March 2024', date: '2024-03-31' }],
    [
      'at the next Transparency Board meeting',
      { kind: 'forum', text: 'at the next Transparency Board meeting' },
    ],
    ['by the next meeting', { kind: 'forum', text: 'by the next meeting' }],
    ['in autumn', { kind: 'period', text: 'in autumn' }],
    ['by the end of March', { kind: 'period', text: 'by the end of March' }],
    ['Due: September', { kind: 'period', text: 'September' }],
    ['on the data of 28 April 2023', null],
    ['about the March figures', null],
  ])('reads when: %s', (when, due) => {
    expect(actionParts(`Harbour Force to write a report ${when}.`).due).toEqual(due);
  });
});
