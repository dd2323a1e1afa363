import { expect, test } from 'vitest';
import { canonicalHtml } from './canonical-html.ts';

const same = (a: string, b: string) => expect(canonicalHtml(a)).toEqual(canonicalHtml(b));
const different = (a: string, b: string) => expect(canonicalHtml(a)).not.toEqual(canonicalHtml(b));

test('white space at the edge of a block does not count', () =>
  same('<p>\n  One\n  two\n</p>', '<p>One two</p>'));

test('a space between words and inline elements counts, wherever its side of the tag', () => {
  same('<p>Sign in<span> now</span></p>', '<p>Sign in <span>now</span></p>');
  different('<p>Sign in<span>now</span></p>', '<p>Sign in <span>now</span></p>');
});

test('spellings of one document are equal: entities, attribute order, bare attributes, closed void tags', () => {
  same(
    `<input disabled class="a  b" id=x-y>`.replace('x-y', '"x"'),
    '<input id="x" class="a b" disabled="" />',
  );
  same('<p>&#39;&quot;&amp;</p>', `<p>'"&#x26;</p>`);
});

test('other words, attributes, tags and nesting are different', () => {
  different('<p>One</p>', '<p>Two</p>');
  different('<p class="a">One</p>', '<p class="b">One</p>');
  different('<p>One</p>', '<div>One</div>');
  different('<p><a>One</a></p>', '<a><p>One</p></a>');
});

test('escaped markup is never taken for markup', () =>
  different('<p>&lt;b&gt;One&lt;/b&gt;</p>', '<p><b>One</b></p>'));
