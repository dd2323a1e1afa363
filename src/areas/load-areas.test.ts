import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadInputError } from '../foundation/errors.ts';
import { loadAreas } from './load-areas.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'areas-'));
  cpSync(join(import.meta.dirname, '../../catalogue/areas'), join(folder, 'areas'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an edited catalogue of areas', () => {
  it('accepts a new alias', () => {
    append('aliases.csv', 'Wandsworth Town,Wandsworth\n');
    expect(loadAreas(folder).resolve('WANDSWORTH TOWN')?.name).toBe('Wandsworth');
  });

  it.each([
    ['aliases.csv', 'Gotham,Metropolis\n', '"Metropolis" is not an area'],
    [
      'aliases.csv',
      'Barking & Dagenham,Havering\n',
      '"borough: barking and dagenham" stands here for the second time',
    ],
    ['aliases.csv', 'one,two,three\n', 'Invalid Record Length'],
    ['areas.csv', 'CAMDEN,borough,camden-again\n', '"camden" stands here for the second time'],
    ['areas.csv', 'Somewhere,borough,camden\n', '"camden" stands here for the second time'],
    ['areas.csv', 'Somewhere,parish,somewhere\n', 'column type'],
    ['codes.csv', 'Camden,E09000001,,\n', '"E09000001" stands here for the second time'],
    ['codes.csv', 'Camden,E00,2023-02-30,\n', '"2023-02-30" is not a date'],
    ['compositions.yaml', '- {area: Nowhere, of: force, members: [Kent]}\n', '"Nowhere" is not an area'],
    ['compositions.yaml', '- {area: Kent, of: force, sum_of: [Kent]}\n', '"Kent" is composed of itself'],
    [
      'compositions.yaml',
      '- {area: Kent, of: borough, sum_of: [Surrey]}\n',
      '"Surrey" is summed as boroughs but has no members',
    ],
    [
      'compositions.yaml',
      '- {area: London, of: force, members: [Kent]}\n',
      '"London" is composed of forces twice',
    ],
    ['compositions.yaml', '- {area: Kent, of: borough, without: [Camden]}\n', '"Kent" leaves out "Camden"'],
    ['compositions.yaml', '- {area: Kent, of: borough, memebers: [Camden]}\n', 'memebers'],
    ['compositions.yaml', '- {area: Kent, of: [\n', 'compositions.yaml, line'],
  ])('is refused when %s gains %j', (file, text, message) => {
    append(file, text);
    expect(() => loadAreas(folder)).toThrow(BadInputError);
    expect(() => loadAreas(folder)).toThrow(message);
  });

  it('is refused at the line that is wrong', () => {
    append('aliases.csv', 'Gotham,Metropolis\n');
    const line = readFileSync(join(folder, 'areas/aliases.csv'), 'utf8').trimEnd().split('\n').length;
    expect(() => loadAreas(folder)).toThrow(`aliases.csv, line ${line}:`);
  });
});

function append(file: string, text: string): void {
  writeFileSync(join(folder, 'areas', file), text, { flag: 'a' });
}
