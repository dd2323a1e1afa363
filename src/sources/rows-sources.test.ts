import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleOf } from './input/sample.ts';
import { querySources } from './query-sources.ts';
import { rowsSources } from './rows-sources.ts';
import { hasSharedData, sharedFile } from './table/testing.ts';

const sources = [...rowsSources, ...querySources];

/** A return is made by a command, and a survey's answers are nowhere published; all else has an address. */
const ADDRESS = /^(https:\/\/|scrutineer template )/;
const OWN_FORMATS: Readonly<Record<string, RegExp>> = { 'survey-respondents': /^not published$/ };

describe('rows and query sources', () => {
  it('have ids of their own, and each says where it is published and how it looks', () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    for (const { id, title, publisher, licence, address, looksLike } of sources) {
      for (const text of [title, publisher, licence, looksLike]) expect(text.length).toBeGreaterThan(5);
      expect([id, address]).toEqual([id, expect.stringMatching(OWN_FORMATS[id] ?? ADDRESS)]);
    }
  });

  it.skipIf(!hasSharedData)(
    `never claim one published file twice${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
    async () => {
      const root = join(import.meta.dirname, '../../../shared/data');
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
        (name) =>
          /\.(csv|json|geojson|parquet|xlsx?|ods)(\.gz)?$/.test(name) && !name.startsWith('police-uk'),
      );
      expect(files.length).toBeGreaterThan(60);
      for (const name of files) {
        const sample = await sampleOf(await sharedFile(name));
        const claimed = sources.filter((source) => source.recognises(sample)).map(({ id }) => id);
        expect([name, claimed.length <= 1 ? 'at most one' : claimed]).toEqual([name, 'at most one']);
      }
    },
  );
});
