import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listMethods } from '../src/analyse/index.ts';
import { METHOD_DOCS, methodPages } from './method-pages.ts';

const files = await methodPages();

describe('docs/methods', () => {
  test('is what the methods say of themselves (otherwise: tsx scripts/make-method-docs.ts)', () => {
    for (const { file, text } of files) {
      const path = join(METHOD_DOCS, file);
      expect(existsSync(path), file).toBe(true);
      expect(readFileSync(path, 'utf8'), file).toBe(text);
    }
  });

  test('has no page of a method that is gone', () => {
    const known = new Set(files.map(({ file }) => file));
    const made = readdirSync(METHOD_DOCS, { recursive: true })
      .map(String)
      .filter((file) => /\.(md|svg)$/.test(file));
    expect(made.filter((file) => !known.has(file))).toEqual([]);
  });

  test('shows a picture for every method, small enough to keep', () => {
    for (const { method } of listMethods()) {
      const picture = files.find(({ file }) => file === `pictures/${method}.svg`);
      expect(picture?.text.length ?? 0, method).toBeGreaterThan(500);
      expect(picture?.text.length ?? 0, method).toBeLessThan(40_000);
      expect(picture?.text, method).not.toMatch(/NaN|undefined/);
      expect(files.find(({ file }) => file === `${method}.md`)?.text).toContain(`pictures/${method}.svg`);
    }
  });
});
