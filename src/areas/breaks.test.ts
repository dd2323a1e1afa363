import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BadInputError, NotFoundError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { loadAreas } from './load-areas.ts';
import { loadBreaks } from './load-breaks.ts';

const catalogue = join(import.meta.dirname, '../../catalogue');
const areas = loadAreas(catalogue);
const shipped = loadBreaks(catalogue, areas);

function met(measure: string, area: string, from: string, to: string, breaks = shipped): readonly string[] {
  return breaks.for(measure, area, from as IsoDate, to as IsoDate).map(({ id }) => id);
}

describe('a lasting change', () => {
  it('breaks a series with days on both sides of it, and no other', () => {
    expect(met('knife-crime-pfa', 'Kent', '2018-04-01', '2019-04-01')).toEqual([
      'knife-national-method-2019',
    ]);
    expect(met('knife-crime-pfa', 'Kent', '2018-04-01', '2019-03-31')).toEqual([]);
    expect(met('knife-crime-pfa', 'Kent', '2019-04-01', '2020-03-01')).toEqual([]);
  });

  it('of a force breaks its boroughs too, but not the nation that holds it', () => {
    expect(met('hate-crime', 'Camden', '2023-01-01', '2024-12-31')).toContain('met-crime-system-2024');
    expect(met('hate-crime', 'MPS', '2023-01-01', '2024-12-31')).toContain('met-crime-system-2024');
    expect(met('hate-crime', 'England and Wales', '2023-01-01', '2024-12-31')).toEqual([]);
  });

  it('that reaches parts only leaves the total unharmed', () => {
    expect(met('robbery', 'Camden', '2023-01-01', '2024-12-31')).toEqual(['met-borough-of-offence-2024']);
    expect(met('robbery', 'Metropolitan Police', '2023-01-01', '2024-12-31')).toEqual([]);
    expect(met('robbery', 'Kent', '2023-01-01', '2024-12-31')).toEqual([]);
  });
});

describe('a passing event', () => {
  it('is met by a series with any day in it', () => {
    expect(met('trust', 'Kent', '2021-07-18', '2021-12-31')).toEqual(['covid']);
    expect(met('trust', 'Kent', '2021-07-19', '2021-12-31')).toEqual([]);
    expect(met('trust', 'Kent', '2020-01-01', '2020-03-23')).toEqual(['covid']);
    expect(met('trust', 'Kent', '2020-01-01', '2020-03-22')).toEqual([]);
  });

  it('of one force is told of the totals that lack it', () => {
    const of = (area: string): readonly string[] =>
      met('recorded-crime-rate', area, '2022-04-01', '2023-03-31');
    expect(of('Devon and Cornwall')).toContain('devon-and-cornwall-2022');
    expect(of('England and Wales')).toContain('devon-and-cornwall-2022');
    expect(of('Metropolitan Police')).not.toContain('devon-and-cornwall-2022');
  });

  it('with context only leaves figures comparable', () => {
    expect(shipped.all.filter(({ kind }) => kind === 'context').every(({ comparable }) => comparable)).toBe(
      true,
    );
  });
});

it('the shipped breaks stand in order of time and name the survey, the searches and the crime system', () => {
  const dates = shipped.all.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
  expect(met('trust', 'Hackney', '2019-06-30', '2023-12-31')).toEqual([
    'covid',
    'public-attitude-survey-telephone',
  ]);
  expect(met('stop-and-search', 'Metropolitan Police', '2015-04-01', '2025-04-30')).toEqual([
    'self-defined-ethnicity-2017',
    'search-outcome-labels-2018',
    'covid',
    'met-searches-2022-12',
    'met-searches-2024-09',
  ]);
});

it('patterns that name no measure are listed', () => {
  const stale = shipped.unmatched(['robbery', 'trust', 'stop-and-search']);
  expect(stale).toContainEqual({ id: 'taser-years-2017', pattern: 'taser*' });
  expect(stale.map(({ pattern }) => pattern)).not.toContain('robbery*');
});

it('an unknown area is refused by name', () => {
  expect(() => met('robbery', 'Gotham', '2020-01-01', '2021-01-01')).toThrow(NotFoundError);
});

describe('an edited list of breaks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'breaks-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const entry =
    '{id: x, date: 2020-01-01, until: 2020-02-01, kind: method, comparable: false, measures: [robbery], areas: [Kent], reason: r, status: confirmed, source: s}';
  const load = (text: string): ReturnType<typeof loadBreaks> => {
    writeFileSync(join(folder, 'breaks.yaml'), text);
    return loadBreaks(folder, areas);
  };

  it('is read', () => {
    expect(met('robbery', 'Kent', '2020-01-15', '2020-01-20', load(`- ${entry}`))).toEqual(['x']);
    expect(met('robbery-personal', 'Kent', '2020-01-15', '2020-01-20', load(`- ${entry}`))).toEqual([]);
  });

  it.each([
    [
      'a date that is none',
      entry.replace('2020-01-01', '2020-02-30'),
      'breaks.yaml, line 1: "0.date": not a date',
    ],
    ['an end before its beginning', entry.replace('2020-02-01', '2019-02-01'), 'ends before it begins'],
    ['a kind unknown', entry.replace('method', 'mood'), '"0.kind"'],
    ['an area unknown', entry.replace('Kent', 'Kant'), 'areas of "x": "Kant" is not the canonical name'],
    ['a pattern that no id can match', entry.replace('[robbery]', '["Robbery!"]'), '"0.measures.0"'],
    ['no reason', entry.replace('reason: r', 'reason: ""'), '"0.reason"'],
    ['an id used twice', `${entry}\n- ${entry}`, 'two breaks have the id "x"'],
  ])('is refused for %s', (_, text, message) => {
    expect(() => load(`- ${text}`)).toThrow(BadInputError);
    expect(() => load(`- ${text}`)).toThrow(message);
  });
});
