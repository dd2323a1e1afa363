import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInputError } from '../../foundation/errors.ts';
import type { ReadRecord } from '../read-record-types.ts';
import { countWords, everyField, more, onceOnlyFields } from '../testing/words.ts';
import { readRecord } from './read-record.ts';

const MINUTES = `
Harbour Scrutiny Panel

Minutes of the meeting held on 3 May 2022

Harbour Office

Ada Byrne, Chair of the Panel
Tom Reed, Clerk

Harbour Force

Eve Stone, Chief Officer

1. Minutes

1.1. The minutes of the 1 February 2022 meeting were agreed.

2. Thefts from boats

- 2.1. Thefts were rising. The Chair asked why.
- 2.2. The Harbour Force was reviewing its patrols.

Action 1: Harbour Force to share its patrol times with the Harbour Office by 30 June 2022.
`;

function read(text: string, format: 'txt' | 'md' = 'txt'): ReadRecord {
  return readRecord(text, { format, file: `minutes.${format}` });
}

function refs(record: ReadRecord): string[] {
  return record.items.flatMap((item) => item.paragraphs.map(({ ref }) => ref));
}

function expectConserved(text: string, record: ReadRecord): void {
  const words = countWords([text]);
  expect(more(words, countWords(everyField(record)))).toEqual([]);
  expect(more(countWords(onceOnlyFields(record)), words)).toEqual([]);
}

describe('reading plain text', () => {
  it('finds title, date, series, previous meeting, people, items, paragraphs and actions', () => {
    const record = read(MINUTES);
    expect(record).toMatchObject({
      title: 'Minutes of the meeting held on 3 May 2022',
      date: '2022-05-03',
      series: 'Harbour Scrutiny Panel',
      previous_meeting: '2022-02-01',
      unplaced: [],
    });
    expect(record.attendance).toEqual([
      { name: 'Ada Byrne', role: 'Chair of the Panel', body: 'Harbour Office' },
      { name: 'Tom Reed', role: 'Clerk', body: 'Harbour Office' },
      { name: 'Eve Stone', role: 'Chief Officer', body: 'Harbour Force' },
    ]);
    expect(record.items.map(({ ref, title }) => `${ref} ${title}`)).toEqual([
      '1 Minutes',
      '2 Thefts from boats',
    ]);
    expect(refs(record)).toEqual(['1.1', '2.1', '2.2']);
    expect(record.actions).toEqual([
      {
        ref: 'Action 1',
        text: 'Harbour Force to share its patrol times with the Harbour Office by 30 June 2022.',
        paragraph: '2.2',
        owner: 'Harbour Force',
        recipient: 'Harbour Office',
        due: { kind: 'date', text: '30 June 2022', date: '2022-06-30' },
      },
    ]);
    expectConserved(MINUTES, record);
  });

  it.each([
    ['Windows line ends and a mark at the start', `\uFEFF${MINUTES.replaceAll('\n', '\r\n')}`],
    ['no blank lines between paragraphs', MINUTES.replace(/\n\n(?=1\.1|2\.|- 2|Action)/g, '\n')],
    ['numbers without a closing point', MINUTES.replace(/(\d\.\d)\./g, '$1')],
    ['bullets of another shape', MINUTES.replaceAll('- 2', '• 2')],
  ])('reads the same from %s', (_, text) => {
    const [{ source: ignored, ...record }, { source, ...plain }] = [read(text), read(MINUTES)];
    expect(record).toEqual(plain);
    expect(ignored.sha256).not.toBe(source.sha256);
  });

  it('joins lines that were wrapped, and a paragraph that a page end split', () => {
    const text = MINUTES.replace(
      'The Chair asked why.',
      'The Chair\nasked why so\n\nPage 2 of 3\n\f\nmany boats were open.',
    );
    const record = read(text);
    expect(record.items[1]?.paragraphs[0]?.text).toBe(
      'Thefts were rising. The Chair asked why so many boats were open.',
    );
    expect(record.unplaced).toEqual(['Page 2 of 3']);
    expectConserved(text, record);
  });

  it('does not take a figure at the start of a wrapped line for a paragraph number', () => {
    const text = MINUTES.replace('Thefts were rising.', 'Thefts were\n4.5 times those of the year before.');
    expect(refs(read(text))).toEqual(['1.1', '2.1', '2.2']);
    expectConserved(text, read(text));
  });

  it('keeps text that belongs nowhere where a reviewer sees it', () => {
    const text = `${MINUTES}\nThe meeting closed at noon.\n`;
    expect(read(text).unplaced).toEqual(['The meeting closed at noon.']);
  });

  it('reads a document in another dress: labels, capitals, dashes, no blank lines', () => {
    const text = `HARBOUR BOARD
Minutes
14th November 2024

Attendees
HARBOUR OFFICE
Jane Doe, Chair
Harbour Police
John Roe, Commander

Item 1 - Minutes and actions
1.1 The minutes of the meeting on 1 August 2024 were agreed.
1.2 It was noted that
- one lamp was out
- two gates were open
Item 2 - Thefts
2.1 Thefts rose.
ACTION - Harbour Police to provide figures.`;
    const record = read(text);
    expect(record).toMatchObject({
      title: 'Minutes',
      date: '2024-11-14',
      series: 'HARBOUR BOARD',
      previous_meeting: '2024-08-01',
    });
    expect(record.attendance).toEqual([
      { name: 'Jane Doe', role: 'Chair', body: 'HARBOUR OFFICE', group: 'Attendees' },
      { name: 'John Roe', role: 'Commander', body: 'Harbour Police', group: 'Attendees' },
    ]);
    expect(record.items.map(({ ref, title, paragraphs }) => [ref, title, paragraphs.length])).toEqual([
      ['1', 'Item 1 - Minutes and actions', 2],
      ['2', 'Item 2 - Thefts', 1],
    ]);
    expect(record.items[0]?.paragraphs[1]?.text).toBe(
      'It was noted that\n- one lamp was out\n- two gates were open',
    );
    expect(record.actions).toMatchObject([
      { ref: 'Action (1)', owner: 'Harbour Police', paragraph: '2.1', given: true },
    ]);
    expect(record.unplaced).toEqual(['14th November 2024']);
    expectConserved(text, record);
  });

  it('keeps the absent apart from those who attended', () => {
    const record = read(
      MINUTES.replace('1. Minutes', 'Apologies: Ann Lee (Harbour Trust) and Bo Orr\n\n1. Minutes'),
    );
    expect(record.attendance).toHaveLength(3);
    expect(record.apologies.map(({ name, body }) => [name, body])).toEqual([
      ['Ann Lee', 'Harbour Trust'],
      ['Bo Orr', null],
    ]);
  });

  it('keeps every word of any paragraphs in exactly one place', () => {
    const word = fc.constantFrom(
      'Robbery',
      'fell',
      'in',
      '2.5',
      'wards.',
      'Action',
      '-',
      'by',
      '31',
      'May',
      '1.',
      'the',
      'Met',
      'Page',
      ':',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\f')), { maxLength: 12 }),
        (lines) => {
          const text = MINUTES + lines.map(([words, end]) => words + end).join('');
          expectConserved(text, read(text));
        },
      ),
    );
  });
});

describe('reading Markdown', () => {
  const MARKDOWN = `---
title: Harbour Panel minutes, 3 May 2022
layout: post
---
<p><strong>Present:</strong></p>
<p>Ada Byrne &ndash; CHAIR</p>
<p>Eve Stone, Harbour Trust</p>
<p><strong>1. Wel<em>come</em></strong></p>
<ul><li>The Chair welcomed everyone &amp; opened the meeting.</li>
</ul><p><strong>Action 1: </strong>Eve Stone to write to the Harbour Office.</p>
<p><strong>Due:</strong> as soon as possible</p>
`;

  it('reads headings, lists and marked text inside HTML', () => {
    const record = read(MARKDOWN, 'md');
    expect(record).toMatchObject({
      title: 'Harbour Panel minutes, 3 May 2022',
      date: '2022-05-03',
      series: 'Harbour Panel',
    });
    expect(record.attendance).toEqual([
      { name: 'Ada Byrne', role: 'CHAIR', body: null, group: 'Present' },
      { name: 'Eve Stone', role: null, body: 'Harbour Trust', group: 'Present' },
    ]);
    expect(record.items).toEqual([
      {
        ref: '1',
        title: 'Welcome',
        paragraphs: [{ ref: '1.1', text: 'The Chair welcomed everyone & opened the meeting.', given: true }],
      },
    ]);
    expect(record.actions[0]).toMatchObject({
      owner: 'Eve Stone',
      recipient: 'Harbour Office',
      due: { kind: 'asap' },
    });
    expect(record.unplaced).toEqual(['layout: post']);
  });

  it('names the line where front matter is not YAML', () => {
    const broken = MARKDOWN.replace('layout: post', 'layout: "post');
    expect(() => read(broken, 'md')).toThrow(/^minutes\.md, line \d+: the front matter/);
  });

  it('names every fault of a restated record’s front matter', () => {
    const broken = MARKDOWN.replace('layout: post', 'restated: true\nseries: ""');
    expect(() => read(broken, 'md')).toThrow(/date: .*; series: must not be empty; .*original: /);
  });
});

describe('input that is not minutes', () => {
  it.each([
    ['an empty file', ' \n', 'minutes.txt: the file is empty.'],
    ['a PDF', '%PDF-1.7 …', 'minutes.txt, line 1: this is a PDF, not text.'],
    ['bytes', 'Minutes\n1. \0\u0001', 'minutes.txt, line 2: this is not text.'],
    [
      'a letter',
      'Dear Sir,\nthank you for yours of 3 May 2022.',
      'minutes.txt: this does not look like minutes',
    ],
    [
      'minutes without a date',
      MINUTES.replace('held on 3 May 2022', 'held in the hall'),
      'minutes.txt, line 2: no meeting date was found',
    ],
    [
      'a day that does not exist',
      MINUTES.replace('3 May', '31 June'),
      'minutes.txt, line 4: there is no such day as "31 June 2022".',
    ],
  ])('is refused with a reason and advice: %s', (_, text, message) => {
    let thrown: unknown;
    try {
      read(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(BadInputError);
    expect((thrown as BadInputError).message).toContain(message);
    expect((thrown as BadInputError).advice.length).toBeGreaterThan(20);
  });
});
