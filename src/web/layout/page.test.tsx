import { expect, test } from 'vitest';
import { htmlText } from '../components/html.ts';
import { Page, type PageProps } from './page.tsx';

const page = (props: Partial<PageProps> = {}) =>
  htmlText(
    <Page
      title="Robbery"
      current="measures"
      illustrative={false}
      workspaceName="Opening workspace"
      {...props}
    >
      <h1>Robbery</h1>
    </Page>,
  );

test('a page is a whole document in British English, with its own name first', () => {
  expect(page()).toMatch(/^<!doctype html>\n<html lang="en-GB"/);
  expect(page()).toContain('<title>Robbery – Scrutineer</title>');
  expect(page()).toMatch(/<main class="page-main" id="main-content"[^>]*><h1>Robbery<\/h1><\/main>/);
});

test('a keyboard can skip the header before anything else', () => {
  const [, body = ''] = page().split('<body');
  expect(body.indexOf('href="#main-content"')).toBeGreaterThan(0);
  expect(body.indexOf('href="#main-content"')).toBeLessThan(body.indexOf('<header'));
});

test('the navigation says where the reader is: on the very page, or below it', () => {
  expect(page()).toMatch(/href="\/measures" aria-current="page"/);
  expect(page({ exact: false })).toMatch(/href="\/measures" aria-current="true"/);
  expect(page({ current: undefined })).not.toContain('aria-current');
});

test('made-up data are said in a band and in the title; real data never are', () => {
  const illustrative = page({ illustrative: true });
  expect(illustrative).toContain('<title>Illustrative data: Robbery – Scrutineer</title>');
  expect(illustrative).toContain('<section class="illustrative-band" aria-label="Illustrative data">');
  expect(page()).not.toContain('llustrative');
});

test('nothing on a page needs an inline script or style, so that a strict content policy can hold', () => {
  const html = page({ illustrative: true });
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
});

test('the foot names the licences of data and program, and the version', () => {
  expect(page({ version: '0.1.0' })).toMatch(
    /Open Government Licence v3\.0.*Scrutineer 0\.1\.0,.*MIT licence/s,
  );
});

test('names are escaped', () => {
  const html = page({ title: '<b>x</b>', workspaceName: '<i>y</i>' });
  expect(html).not.toContain('<b>x');
  expect(html).not.toContain('<i>y');
});
