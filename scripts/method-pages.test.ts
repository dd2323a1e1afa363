import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { METHOD_DOCS, methodPages } from './method-pages.ts';

describe('docs/methods', () => {
  test('is what the methods say of themselves (otherwise: tsx scripts/make-method-docs.ts)', async () => {
    for (const { file, text } of await methodPages()) {
      const path = join(METHOD_DOCS, file);
      expect(existsSync(path), file).toBe(true);
      expect(readFileSync(path, 'utf8'), file).toBe(text);
    }
  });

  test('has no page of a method that is gone', async () => {
    const known = new Set((await methodPages()).map(({ file }) => file));
    expect(readdirSync(METHOD_DOCS).filter((file) => !known.has(file))).toEqual([]);
  });
});
