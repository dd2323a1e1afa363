import { expect, test } from 'vitest';
import { htmlText } from '../components/html.ts';
import { MarkedWords } from '../components/mark/mark.tsx';
import { ClaimedWords } from './claimed-words.tsx';
import { MarginNote } from './margin-note.tsx';
import { RecordHeading, RecordParagraph } from './record.tsx';

test('a paragraph has an address of its own and its notes follow its words', () => {
  const html = htmlText(
    <RecordParagraph reference="2.2" notes={[<MarginNote state="holds">Two of three.</MarginNote>]}>
      <p>Robbery stood above.</p>
    </RecordParagraph>,
  );
  expect(html).toContain('id="paragraph-2.2"');
  expect(html).toContain('href="#paragraph-2.2"');
  expect(html).toContain('aria-label="Notes on paragraph 2.2"');
  expect(html.indexOf('Robbery stood above.')).toBeLessThan(html.indexOf('Two of three.'));
});

test('a paragraph without notes has no empty list of them', () => {
  expect(htmlText(<RecordParagraph reference="1.1">Words.</RecordParagraph>)).not.toContain('<ul');
});

test('words and note are tied both ways: the mark leads to the note, and says its state to those who cannot see it', () => {
  const words = htmlText(
    <ClaimedWords state="never-held" noteId="note-1">
      It fell
    </ClaimedWords>,
  );
  expect(words).toContain('href="#note-1"');
  expect(words).toContain('aria-label="Never held: note"');
  expect(words).toContain('It fell');
  expect(htmlText(<MarginNote id="note-1" state="never-held" />)).toContain(
    '<li class="margin-note" id="note-1">',
  );
});

test('a note may be about something else than a claim', () => {
  const head = (
    <MarkedWords shape="circle-open" tone="ink">
      Promise
    </MarkedWords>
  );
  const html = htmlText(<MarginNote head={head} href="/promises/1" linkText="Evaluate taskings" />);
  expect(html).toContain('Promise');
  expect(html).toContain('<a class="govuk-link" href="/promises/1">Evaluate taskings</a>');
  expect(html).not.toContain('margin-note__reading');
});

test('a heading of the record keeps its number', () => {
  expect(htmlText(<RecordHeading reference="3">Trust</RecordHeading>)).toMatch(
    /<h2[^>]*><span[^>]*>3<\/span> Trust<\/h2>/,
  );
});
