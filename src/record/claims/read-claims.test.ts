import { describe, expect, it } from 'vitest';
import { BadInputError } from '../../foundation/errors.ts';
import type { ReadRecord } from '../read-record-types.ts';
import { readRecord } from '../reader/read-record.ts';
import type { ClaimCatalogue } from './claim-types.ts';
import { readClaims } from './read-claims.ts';

const record: ReadRecord = readRecord(
  'Minutes of the meeting of 3 May 2022\n\n1. Boats\n\n1.1. Thefts fell, and so did fires. Fires fell most.\n',
  { format: 'txt', file: 'minutes.txt' },
);

const CATALOGUE = `record: 2022-05-03
claims:
  - id: thefts-fell
    paragraph: "1.1"
    text: Thefts fell
    kind: statistical
    question: trend theft --expect down
  - id: fires-fell
    paragraph: "1.1"
    text: so did fires
    kind: statistical
    question: null
    needs: Fires by month.
  - id: fires-most
    paragraph: "1.1"
    text: Fires fell most.
    kind: statistical
    question: null
    needs: Fires and thefts by month.
`;

function read(text: string): ClaimCatalogue {
  return readClaims(text, 'x.claims.yaml', record);
}

describe('a catalogue of claims', () => {
  it('binds each claim to its place in the paragraph', () => {
    const { claims } = read(CATALOGUE);
    expect(claims[0]).toEqual({
      id: 'thefts-fell',
      paragraph: '1.1',
      text: 'Thefts fell',
      start: 0,
      end: 11,
      kind: 'statistical',
      question: 'trend theft --expect down',
      needs: null,
      note: null,
    });
    const paragraph = record.items[0]?.paragraphs[0]?.text ?? '';
    expect(claims.map(({ start, end }) => paragraph.slice(start, end))).toEqual(
      claims.map(({ text }) => text),
    );
  });

  it.each([
    ['a wrong kind', 'kind: statistical', 'kind: guess', 'line 6: claims.0.kind: must be one of statistical'],
    ['an unknown key', 'question: trend', 'asks: trend', 'line 3: claims.0'],
    [
      'an unquoted paragraph number',
      'paragraph: "1.1"',
      'paragraph: 1.1',
      'line 4: claims.0.paragraph: must be a paragraph number in quotes',
    ],
    [
      'a paragraph that is not there',
      'paragraph: "1.1"',
      'paragraph: "1.2"',
      'line 4: the record has no paragraph 1.2',
    ],
    [
      'words that are not there',
      'text: Thefts fell',
      'text: Thefts rose',
      'line 5: this text does not stand in paragraph 1.1',
    ],
    [
      'words that stand twice',
      'text: Thefts fell',
      'text: fell',
      'line 5: this text stands twice in paragraph 1.1',
    ],
    [
      'an id given twice',
      'id: fires-most',
      'id: thefts-fell',
      'line 14: the id "thefts-fell" is given twice',
    ],
    ['no question and no needs', '    needs: Fires by month.\n', '', 'claims.1.needs: must say'],
    [
      'another record',
      'record: 2022-05-03',
      'record: 2022-05-04',
      'line 1: these are claims of the record of 2022-05-04',
    ],
    ['broken YAML', 'kind: statistical', 'kind: "statistical', 'not YAML'],
    ['no claims', /claims:[\s\S]*/, 'claims: []', 'claims: must hold at least one claim'],
  ])('is refused, naming the line, for %s', (_, part, instead, message) => {
    expect(() => read(CATALOGUE.replace(part, instead))).toThrow(message);
  });

  it('is refused when a sentence has no claim', () => {
    const lacking = CATALOGUE.slice(0, CATALOGUE.indexOf('  - id: fires-most'));
    expect(() => read(lacking)).toThrow(BadInputError);
    expect(() => read(lacking)).toThrow('no claim covers this sentence of paragraph 1.1: "Fires fell most."');
  });
});
