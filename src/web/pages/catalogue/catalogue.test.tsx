import { describe, expect, it } from 'vitest';
import { loadAreas, loadBreaks } from '../../../areas/index.ts';
import { CATALOGUE_DIR } from '../../../foundation/catalogue-dir.ts';
import { loadMeasures } from '../../../measures/index.ts';
import { htmlText } from '../../components/html.ts';
import { catalogueEntry, type CatalogueEntry } from './entry.ts';
import { EntrySection } from './entry-section.tsx';
import { publicEntry } from './public-entry.ts';
import { matching } from './search.ts';

const areas = loadAreas(CATALOGUE_DIR);
const breaks = loadBreaks(CATALOGUE_DIR, areas);
const measures = loadMeasures(CATALOGUE_DIR);

const entryOf = (id: string): CatalogueEntry => catalogueEntry(measures.require(id), 'A theme', breaks, []);

describe('looking for words', () => {
  const entries = ['robbery', 'trust', 'stop-and-search'].map(entryOf);
  const found = (asked: string): string[] => matching(entries, asked).map(({ measure }) => measure.id);

  it('finds every word in any order and case, hyphens or none', () => {
    expect(found('SEARCH stop-and')).toEqual(['stop-and-search']);
    expect(found('  ')).toHaveLength(3);
    expect(found('robbery trust')).toEqual([]);
  });

  it('finds a publication by its publisher, and is not led astray by signs', () => {
    expect(found('Mayor Policing')).toEqual(['trust']);
    expect(found('.*')).toEqual([]);
  });
});

describe('an entry', () => {
  it('says for each feed what it is and that nothing of it is held', () => {
    const html = htmlText(<EntrySection entry={entryOf('robbery')} />);
    expect(html).toContain('id="robbery"');
    expect(html).toContain('none held; import a file of it');
    expect(html).toContain('href="/measures/robbery"');
  });

  it('names the breaks that concern it, dated', () => {
    const { breaks: own } = entryOf('recorded-crime');
    expect(own.length).toBeGreaterThan(0);
    expect(
      own.every(({ measures: patterns }) => patterns.some((each) => /\*|recorded-crime/.test(each))),
    ).toBe(true);
  });

  it('is JSON with a version and without anything undefined', () => {
    for (const measure of measures.list()) {
      const json = publicEntry(entryOf(measure.id)) as Record<string, unknown>;
      expect(json['definition_version']).toBe(measure.version);
      expect(Object.values(json)).not.toContain(undefined);
    }
  });
});
