import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadInputError, NotFoundError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { describeComparator } from './comparator.ts';
import { loadAreas } from './load-areas.ts';
import { loadComparators } from './load-comparators.ts';

const catalogue = join(import.meta.dirname, '../../catalogue');
const areas = loadAreas(catalogue);
const shipped = loadComparators(catalogue, areas);
const day = (text: string): IsoDate => text as IsoDate;
const meeting = day('2023-08-31');

describe('the national comparator', () => {
  it('is all forces together, the area itself within, published as England and Wales', () => {
    const national = shipped.for('Metropolitan Police Service', 'national', meeting);
    expect(national).toMatchObject({
      subject: 'Metropolitan Police',
      includesSelf: true,
      weighting: 'population',
      status: 'confirmed',
      publishedAs: 'England and Wales',
    });
    expect(national.averaged).toHaveLength(43);
    expect(national.members).toHaveLength(42);
    expect(national.members).not.toContain('Metropolitan Police');
  });

  it('does not count the force of a borough, or the forces of a region, among the others', () => {
    expect(shipped.for('Camden', 'national', meeting).members).toHaveLength(42);
    expect(shipped.for('London', 'national', meeting).members).toHaveLength(41);
  });

  it('says why a nation has none', () => {
    expect(shipped.for('Wales', 'national', meeting)).toMatchObject({ status: 'none', members: [] });
  });
});

describe('the most similar forces', () => {
  it('of the Met are an unconfirmed default that says so', () => {
    const similar = shipped.for('Metropolitan Police', 'most-similar', meeting);
    expect(similar).toMatchObject({
      members: ['Greater Manchester', 'West Midlands', 'West Yorkshire'],
      includesSelf: true,
      weighting: 'unweighted',
      status: 'unconfirmed',
      asOf: null,
    });
    expect(similar.averaged[0]).toBe('Metropolitan Police');
    expect(similar.note).toContain('Unconfirmed');
    expect(describeComparator(similar)).toBe(
      'Most similar forces (Greater Manchester, West Midlands, West Yorkshire), with Metropolitan Police itself, unweighted mean. Unconfirmed.',
    );
  });

  it('of the City of London are none, and of other forces not held', () => {
    const city = shipped.for('City of London Police', 'most-similar', meeting);
    expect(city.status).toBe('none');
    expect(describeComparator(city)).toContain('no most similar group');
    expect(shipped.for('Kent', 'most-similar', meeting).note).toContain(
      'No list of forces most similar to Kent is held',
    );
  });
});

describe('the baseline before Covid', () => {
  it('is the mean of three years, of the area itself', () => {
    const baseline = shipped.for('Metropolitan Police', 'baseline', meeting);
    expect(baseline.years.map(({ from, to }) => `${from}/${to}`)).toEqual([
      '2017-04-01/2018-03-31',
      '2018-04-01/2019-03-31',
      '2019-04-01/2020-03-31',
    ]);
    expect(baseline.averaged).toEqual(['Metropolitan Police']);
    expect(describeComparator(baseline)).toContain('Unconfirmed');
  });

  it('is none before its years have ended, or by an unknown id', () => {
    expect(shipped.for('Kent', 'baseline', day('2020-03-31')).status).toBe('none');
    expect(shipped.for('Kent', 'baseline', day('2020-04-01')).status).toBe('unconfirmed');
    expect(shipped.for('Kent', 'baseline', meeting, { baseline: 'golden-age' }).note).toContain(
      '"golden-age"',
    );
  });
});

it('an unknown area is refused by name', () => {
  expect(() => shipped.for('Gotham', 'national', meeting)).toThrow(NotFoundError);
});

describe('an edited catalogue of comparators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'comparators-'));
  const file = join(folder, 'comparators/most-similar.yaml');
  beforeEach(() => cpSync(join(catalogue, 'comparators'), join(folder, 'comparators'), { recursive: true }));
  afterEach(() => rmSync(join(folder, 'comparators'), { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  function add(entry: string): void {
    writeFileSync(file, readFileSync(file, 'utf8').replace('groups:\n', `groups:\n  - ${entry}\n`));
  }
  const group = (change: string): string =>
    `{area: Metropolitan Police, as_of: 2021-10-01, members: [Merseyside], includes_self: false, weighting: population, status: confirmed, source: a list${change}}`;

  it('uses a dated, confirmed list from its date on, and the undated one before', () => {
    add(group(''));
    const comparators = loadComparators(folder, areas);
    const on = (date: string): readonly string[] =>
      comparators.for('Metropolitan Police', 'most-similar', day(date)).members;
    expect(on('2021-09-30')).toHaveLength(3);
    expect(on('2021-10-01')).toEqual(['Merseyside']);
    const newest = comparators.for('Metropolitan Police', 'most-similar', meeting);
    expect(newest).toMatchObject({ status: 'confirmed', asOf: '2021-10-01', averaged: ['Merseyside'] });
  });

  it('says when the earliest list is later than the date asked for', () => {
    add(group('').replace('Metropolitan Police', 'Kent'));
    const early = loadComparators(folder, areas).for('Kent', 'most-similar', day('2019-01-01'));
    expect(early).toMatchObject({
      status: 'none',
      note: expect.stringContaining('the earliest is of 2021-10-01'),
    });
  });

  it.each([
    ['an unknown force', group('').replace('Merseyside', 'Merseysde'), 'Merseysde'],
    ['an alias in place of the name', group('').replace('Merseyside', 'Merseyside Police'), 'canonical'],
    [
      'the force itself as its own member',
      group('').replace('[Merseyside]', '[Metropolitan Police]'),
      'includes_self',
    ],
    ['a confirmed list without a date', group('').replace('2021-10-01', 'null'), 'needs the date'],
    ['a date that is none', group('').replace('2021-10-01', '2021-13-01'), 'not a date'],
    ['an unknown weighting', group('').replace('population', 'vibes'), 'weighting'],
    ['a key misspelt', group(', stauts: confirmed'), 'stauts'],
  ])('refuses %s, naming file and key', (_, entry, message) => {
    add(entry);
    expect(() => loadComparators(folder, areas)).toThrow(BadInputError);
    expect(() => loadComparators(folder, areas)).toThrow(message);
    expect(() => loadComparators(folder, areas)).toThrow('most-similar.yaml');
  });

  it('refuses two lists of one force with one date', () => {
    add(group(''));
    add(group(''));
    expect(() => loadComparators(folder, areas)).toThrow('two groups for Metropolitan Police, 2021-10-01');
  });
});
