import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { DefinitionHistory } from './definition-history.ts';
import { loadMeasures, Measures } from './load-measures.ts';

const today = loadMeasures(CATALOGUE_DIR);
const robbery = today.require('robbery');
const earlier = { ...robbery, version: 'aaaaaaaaaaaa', definition: 'Robbery, as it was counted before.' };
const withEarlier = new Measures([earlier], today.recordSets);
const withToday = new Measures([robbery], today.recordSets);

let dir = '';
let history = new DefinitionHistory({ dir });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'scrutineer-definitions-'));
  history = new DefinitionHistory({ dir });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const on = (day: string) => history.on(robbery, day as IsoDate);
const kept = (): number => readdirSync(join(dir, 'definitions')).length;

describe('the history of definitions', () => {
  it('knows which recipe was in use on a day, also after going back to an earlier one', () => {
    history.record(withEarlier, new Date('2023-01-10T09:00:00Z'));
    history.record(withToday, new Date('2023-06-01T09:00:00Z'));
    history.record(withEarlier, new Date('2023-09-01T09:00:00Z'));
    expect(on('2023-01-10')).toMatchObject({ measure: { version: 'aaaaaaaaaaaa' }, certain: true });
    expect(on('2023-08-31')).toMatchObject({ measure: robbery, since: '2023-06-01', certain: true });
    expect(on('2024-01-01')).toMatchObject({ measure: { version: 'aaaaaaaaaaaa' }, since: '2023-09-01' });
  });

  it('keeps a recipe once, however often it is used', () => {
    for (const day of ['2023-01-10', '2023-01-11', '2023-01-12']) history.record(withToday, new Date(day));
    expect(kept()).toBe(1);
  });

  it('says that it does not know of a day before its first, and takes the oldest', () => {
    expect(on('2022-01-01')).toBeNull();
    history.record(withEarlier, new Date('2023-01-10'));
    expect(on('2022-01-01')).toMatchObject({ measure: { version: 'aaaaaaaaaaaa' }, certain: false });
  });

  it('reads a recipe from before a part of recipes was invented', () => {
    history.record(withToday, new Date('2023-01-10'));
    const [file = ''] = readdirSync(join(dir, 'definitions'));
    const old = {
      id: 'robbery',
      version: robbery.version,
      definition: 'x',
      feeds: [{ kind: 'table', table: 'crime' }],
    };
    writeFileSync(join(dir, 'definitions', file), JSON.stringify(old));
    expect(on('2023-02-01')?.measure.feeds[0]).toMatchObject({ where: 'true', by: {}, numerator: null });
  });

  it('names a file that is no recipe any more', () => {
    history.record(withToday, new Date('2023-01-10'));
    const [file = ''] = readdirSync(join(dir, 'definitions'));
    writeFileSync(join(dir, 'definitions', file), '{');
    expect(() => on('2023-02-01')).toThrow(file);
  });

  it('loses nothing to a file of another kind in its folder', () => {
    history.record(withToday, new Date('2023-01-10'));
    writeFileSync(join(dir, 'definitions', '.unfinished'), '');
    expect(on('2023-02-01')?.measure.id).toBe('robbery');
  });
});
