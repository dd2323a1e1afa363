import { raw } from 'hono/html';
import { expect, test } from 'vitest';
import { hasContent, htmlText, present } from './html.ts';
import { Tag } from './tag/tag.tsx';

const HOSTILE = `<img src=x onerror=alert(1)>"'&`;

test('text is escaped, also in attributes; only vouched-for HTML is printed as it is', () => {
  expect(htmlText(<Tag text={HOSTILE} />)).not.toContain('<img');
  expect(htmlText(<Tag text="x" attributes={{ 'data-name': HOSTILE }} />)).not.toContain('<img');
  expect(htmlText(<Tag html={raw('<em>x</em>')} />)).toContain('<em>x</em>');
});

test('children win over HTML, HTML over text', () => {
  expect(htmlText(<Tag text="text" html={<em>html</em>} />)).toContain('<em>html</em>');
  expect(
    htmlText(
      <Tag text="text" html={<em>html</em>}>
        children
      </Tag>,
    ),
  ).toContain('>children<');
});

test('zero is content, nothing is not', () => {
  expect(hasContent({ text: 0 })).toBe(true);
  expect(hasContent({ text: '' })).toBe(false);
  expect(hasContent(undefined)).toBe(false);
});

test('left-out entries of a list leave no trace', () => {
  expect(present([1, null, false, undefined, '', 2])).toEqual([1, 2]);
});

test('asynchronous HTML is refused where text is wanted at once', async () => {
  const Later = async () => <p>later</p>;
  expect(() => htmlText(<Later />)).toThrow('asynchronous');
});
