import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadRecord } from '../read-record-types.ts';
import { countWords, everyField, more, onceOnlyFields } from '../testing/words.ts';
import { readRecord } from './read-record.ts';

const SHARED = new URL('../../../../shared/', import.meta.url);
const RECORD = new URL('records/2023-08-31-performance-and-risk-oversight-board.txt', SHARED);
const PANELS = new URL('data/uk-government-panel-minutes/markdown/', SHARED);

function suffix(held: boolean): string {
  return held ? '' : ' (skipped: no ../shared/data)';
}

/** Text as a reader of the page sees it: an element's end parts words, a mark within a line does not. */
function visible(markdown: string): string {
  const flat = markdown
    .replace(/^title: /m, '')
    .replace(/<\/?(?:p|ul|ol|li|br)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '');
  return flat
    .replaceAll('&amp;', '&')
    .replaceAll('&#58;', ':')
    .replace(/[\u00AD\uFEFF]/g, '');
}

const recordHeld = existsSync(RECORD);
describe.skipIf(!recordHeld)(`the published record of 31 August 2023${suffix(recordHeld)}`, () => {
  const text = recordHeld ? readFileSync(RECORD, 'utf8') : '';
  const read = (): ReadRecord => readRecord(text, { format: 'txt', file: '2023-08-31.txt' });

  it('has five items, seventeen paragraphs and three actions, and leaves nothing over', () => {
    const record = read();
    expect(record.items.map(({ paragraphs }) => paragraphs.map(({ ref }) => ref))).toEqual([
      ['1.1'],
      ['2.1', '2.2', '2.3', '2.4', '2.5', '2.6'],
      ['3.1', '3.2', '3.3'],
      ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6'],
      ['5.1'],
    ]);
    expect(record.unplaced).toEqual([]);
    expect([record.date, record.previous_meeting]).toEqual(['2023-08-31', '2023-04-28']);
    expect(record.series).toBe('Performance and Risk Oversight Board');
  });

  it('names ten who attended, with role and body', () => {
    const { attendance } = read();
    expect(attendance.map(({ body }) => body)).toEqual([
      ...Array<string>(6).fill('MOPAC'),
      ...Array<string>(4).fill('MPS'),
    ]);
    expect(attendance.every(({ name, role }) => name !== null && role !== null)).toBe(true);
    expect(attendance[0]?.role).toBe('Deputy Mayor for Policing and Crime (DMPC)');
  });

  it('knows who owes each action, to whom, and when', () => {
    expect(
      read().actions.map(({ ref, paragraph, owner, recipient, due }) => [
        ref,
        paragraph,
        owner,
        recipient,
        due?.kind ?? null,
      ]),
    ).toEqual([
      ['Action 1', '4.3', 'MPS', 'MOPAC', 'asap'],
      ['Action 2', '4.5', 'MPS', 'MOPAC', null],
      ['Action 3', '4.6', 'MPS', 'London Policing Ethics Panel', null],
    ]);
  });

  it('holds the undertakings that no action records, each a whole sentence of its paragraph', () => {
    const record = read();
    const found = record.commitments.map(({ paragraph, owner }) => `${paragraph} ${owner ?? 'nobody'}`);
    for (const expected of [
      '2.2 nobody',
      '2.6 MPS',
      '3.1 MPS',
      '3.3 MPS',
      '4.1 MPS',
      '4.1 MOPAC',
      '4.4 nobody',
      '4.5 MPS',
      '5.1 MPS',
    ]) {
      expect(found).toContain(expected);
    }
    expect(found.filter((one) => one === '4.2 MPS')).toHaveLength(2);
    // What an action already records is no commitment beside it, and reports of figures are none at all.
    expect(found.filter((one) => /^(?:1\.1|2\.1|2\.3|2\.4|2\.5|3\.2|4\.3|4\.6) /.test(one))).toEqual([]);
    const paragraphs = new Map(
      record.items.flatMap((item) => item.paragraphs).map(({ ref, text: whole }) => [ref, whole]),
    );
    expect(
      record.commitments.every(({ paragraph, text: sentence }) =>
        paragraphs.get(paragraph)?.includes(sentence),
      ),
    ).toBe(true);
  });

  it('keeps every word exactly once', () => {
    const record = read();
    const bodies = [...new Set(record.attendance.map(({ body }) => body ?? ''))];
    expect(countWords([...onceOnlyFields(record), record.series, ...bodies])).toEqual(countWords([text]));
  });
});

const panelsHeld = existsSync(PANELS);
const files = panelsHeld ? readdirSync(PANELS).filter((name) => name.endsWith('.md')) : ['(none)'];
describe.skipIf(!panelsHeld)(`minutes of government panels${suffix(panelsHeld)}`, () => {
  it.each(files)('keeps every word in exactly one place: %s', (name) => {
    const text = readFileSync(new URL(encodeURIComponent(name), PANELS), 'utf8');
    const record = readRecord(text, { format: 'md', file: name });
    const words = countWords([visible(text)]);
    expect(more(words, countWords(everyField(record)))).toEqual([]);
    expect(more(countWords(onceOnlyFields(record)), words)).toEqual([]);
    expect(record.items.flatMap((item) => item.paragraphs).length).toBeGreaterThan(20);
    expect(record.date.slice(0, 4)).toMatch(/^201[0-2]$/);
  });
});
