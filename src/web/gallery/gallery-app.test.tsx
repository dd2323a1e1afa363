import { expect, test } from 'vitest';
import { galleryApp } from './gallery-app.tsx';
import { GALLERY } from './sections.ts';

test('the gallery shows every example, whole', async () => {
  const response = await galleryApp().request('/');
  const html = await response.text();
  expect(response.headers.get('content-type')).toContain('text/html');
  for (const { component, examples } of GALLERY) {
    expect(html).toContain(`id="${component}"`);
    expect(examples.length).toBeGreaterThan(0);
  }
  expect(html).not.toMatch(/undefined|NaN|\[object/);
});

test('no two elements of the gallery share an id', async () => {
  const html = await (await galleryApp().request('/')).text();
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('its example data are said to be made up unless asked otherwise', async () => {
  expect(await (await galleryApp().request('/')).text()).toContain('illustrative-band');
  expect(await (await galleryApp().request('/?illustrative=no')).text()).not.toContain('illustrative-band');
});
