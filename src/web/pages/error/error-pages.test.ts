import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { NotFoundError, UsageError } from '../../../foundation/errors.ts';
import type { WebServices } from '../../services.ts';
import { errorPages } from './error-pages.tsx';

const services = { app: { workspace: { kind: 'own' }, version: '0' } } as unknown as WebServices;
const report = vi.fn();
const app = new Hono();
app.get('/unknown', () => {
  throw new NotFoundError('There is no measure called "<robery>".', 'Did you mean "robbery"?');
});
app.get('/usage', () => {
  throw new UsageError('"weekly" is no way to cut time.', 'Choose one of month.');
});
app.get('/fault', () => {
  throw new Error('a secret of the database');
});
errorPages(app, services, report);

const get = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, html: await response.text() };
};

test('an address that nothing answers to is not found', async () => {
  const { status, html } = await get('/nowhere');
  expect(status).toBe(404);
  expect(html).toContain('<h1 class="govuk-heading-l">Page not found</h1>');
});

test('an error of ours gives its message, its advice and its status, escaped', async () => {
  const { status, html } = await get('/unknown');
  expect(status).toBe(404);
  expect(html).toContain('&lt;robery&gt;');
  expect(html).toContain('Did you mean');
  expect((await get('/usage')).status).toBe(400);
  expect(report).not.toHaveBeenCalled();
});

test('a fault of ours is reported, and kept from the reader', async () => {
  const { status, html } = await get('/fault');
  expect(status).toBe(500);
  expect(html).not.toContain('secret');
  expect(report).toHaveBeenCalledOnce();
});
