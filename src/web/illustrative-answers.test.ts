import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { illustrativeAnswers, markedCsv, markedJson } from './illustrative-answers.ts';

test('JSON says that it is made up: an object once, a list in each object', () => {
  expect(JSON.parse(markedJson('{"a":1}'))).toEqual({ illustrative: true, a: 1 });
  expect(JSON.parse(markedJson('[{"a":1},2]'))).toEqual([{ illustrative: true, a: 1 }, 2]);
});

test('CSV has a last column that says so, line breaks within a cell notwithstanding', () => {
  expect(markedCsv('a,b\r\n1,"two\r\nlines, ""quoted"""\r\n3,4\r\n')).toBe(
    'a,b,illustrative\r\n1,"two\r\nlines, ""quoted""",Illustrative data\r\n3,4,Illustrative data\r\n',
  );
});

test('an answer carries a header, a download a name; other bodies are left as they are', async () => {
  const app = new Hono();
  app.use(illustrativeAnswers());
  app.get('/file', (context) =>
    context.body('a\r\n1\r\n', 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="robbery.csv"',
    }),
  );
  app.get('/page', (context) => context.html('<p>x</p>'));
  const file = await app.request('/file');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="illustrative-robbery.csv"');
  expect(await file.text()).toBe('a,illustrative\r\n1,Illustrative data\r\n');
  const page = await app.request('/page');
  expect(page.headers.get('x-illustrative-data')).toBe('every figure is made up');
  expect(await page.text()).toBe('<p>x</p>');
});
