import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NotFoundError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { foldName } from './fold-name.ts';
import { loadAreas } from './load-areas.ts';

const areas = loadAreas(join(import.meta.dirname, '../../catalogue'));
const date = (text: string): IsoDate => text as IsoDate;

describe('the areas of the catalogue', () => {
  it('hold the 33 London authorities, 43 territorial forces and British Transport Police', () => {
    expect(areas.list('borough')).toHaveLength(33);
    expect(areas.membersOf('England and Wales')).toHaveLength(43);
    expect(areas.bySlug('btp')?.name).toBe('British Transport Police');
  });

  it('give every territorial force its own police force area code', () => {
    const codes = areas.membersOf('England and Wales').map(({ code }) => code);
    expect(new Set(codes).size).toBe(43);
    expect(codes.every((code) => /^(E23|W15)0000\d\d$/.test(code ?? ''))).toBe(true);
  });

  it('answer to each name and alias of each area when its type is asked for', () => {
    for (const area of areas.list()) {
      for (const name of [area.name, ...area.aliases]) expect(areas.resolve(name, area.type)).toBe(area);
    }
  });
});

describe('resolving a name', () => {
  it.each([
    ['Metropolitan Police Service', 'Metropolitan Police'],
    ['METROPOLITAN', 'Metropolitan Police'],
    ['MPS', 'Metropolitan Police'],
    ['City of Westminster', 'Westminster'],
    ['Richmond Upon Thames', 'Richmond upon Thames'],
    ['Hammersmith & Fulham ', 'Hammersmith and Fulham'],
    ['Dyfed Powys Police', 'Dyfed-Powys'],
    ['ENGLAND AND WALES [note 3]', 'England and Wales'],
    ['Other / NK', 'Other or not known'],
    ['Total West Midlands ', 'West Midlands region'],
  ])('takes %j for %s', (name, canonical) => {
    expect(areas.resolve(name)?.name).toBe(canonical);
  });

  it('tells apart what shares a name by the type asked for', () => {
    expect(areas.resolve('City of London')?.type).toBe('borough');
    expect(areas.resolve('City of London', 'force')?.name).toBe('City of London Police');
    expect(areas.resolve('London, City of')?.name).toBe('City of London Police');
    expect(areas.resolve('West Midlands')?.type).toBe('force');
    expect(areas.resolve('West Midlands', ['region', 'nation'])?.name).toBe('West Midlands region');
    expect(areas.resolve('North West')?.type).toBe('region');
    expect(areas.resolve('North West', 'command unit')?.name).toBe('North West Command Unit');
  });

  it('answers null for what it does not know, also for empty text and for the wrong type', () => {
    expect(areas.resolve('Gotham')).toBeNull();
    expect(areas.resolve('')).toBeNull();
    expect(areas.resolve('[note 2]')).toBeNull();
    expect(areas.resolve('Camden', 'force')).toBeNull();
  });

  it('offers the nearest name of the type when a known one is required', () => {
    expect(() => areas.require('Wandswoth')).toThrow(NotFoundError);
    expect(adviceOf(() => areas.require('Wandswoth'))).toContain('"Wandsworth"');
    expect(adviceOf(() => areas.require('Merseysde', 'force'))).toContain('"Merseyside"');
    expect(adviceOf(() => areas.require('Xyzzy plugh'))).toContain('aliases.csv');
  });
});

describe('codes and slugs', () => {
  it('find an area by its codes of today and of the past', () => {
    expect(areas.byCode('E23000001')?.name).toBe('Metropolitan Police');
    expect(areas.byCode('E09000033')?.name).toBe('Westminster');
    expect(areas.byCode('00BK')?.name).toBe('Westminster');
    expect(areas.byCode('E99999999')).toBeNull();
  });

  it('tell which code an area had on a day', () => {
    expect(areas.codeOn('Camden', date('2010-12-31'))).toBe('00AG');
    expect(areas.codeOn('Camden', date('2011-01-01'))).toBe('E09000007');
    expect(areas.codeOn('British Transport Police', date('2022-03-31'))).toBeNull();
  });

  it('keep the City force and the City authority apart', () => {
    expect(areas.bySlug('city-of-london')?.type).toBe('force');
    expect(areas.bySlug('city-of-london-borough')?.type).toBe('borough');
  });
});

describe('areas as sums', () => {
  it('make the Met of 32 boroughs and London of 33, or of two forces', () => {
    expect(areas.membersOf('Metropolitan Police')).toHaveLength(32);
    expect(areas.membersOf('Metropolitan Police').map(({ name }) => name)).not.toContain('City of London');
    expect(areas.membersOf('London', 'borough')).toHaveLength(33);
    expect(areas.membersOf('London').map(({ name }) => name)).toEqual([
      'Metropolitan Police',
      'City of London Police',
    ]);
  });

  it('make England and Wales of England and of Wales, with no force twice', () => {
    const [england, wales, both] = ['England', 'Wales', 'England and Wales'].map((name) =>
      areas.membersOf(name),
    );
    expect([...(england ?? []), ...(wales ?? [])]).toEqual(both);
    expect(new Set(both).size).toBe(43);
    expect(areas.membersOf('England and Wales including British Transport Police')).toHaveLength(44);
    expect(areas.membersOf('England excluding Greater Manchester')).toHaveLength((england ?? []).length - 1);
  });

  it('give no parts to an area that has none', () => {
    expect(areas.membersOf('Camden')).toEqual([]);
    expect(areas.membersOf('Kent', 'borough')).toEqual([]);
  });

  it('know what lies within what', () => {
    expect(areas.within('Camden', 'Metropolitan Police')).toBe(true);
    expect(areas.within('Camden', 'England and Wales')).toBe(true);
    expect(areas.within('London', 'England')).toBe(true);
    expect(areas.within('Camden', 'Camden')).toBe(true);
    expect(areas.within('City of London', 'Metropolitan Police')).toBe(false);
    expect(areas.within('Metropolitan Police', 'Camden')).toBe(false);
    expect(areas.within('Gwent', 'England')).toBe(false);
    expect(areas.within('Unknown', 'Metropolitan Police')).toBe(false);
  });
});

describe('names of Lower Layer Super Output Areas', () => {
  it('begin with the local authority', () => {
    expect(areas.authorityOfLsoaName('Camden 001A')).toBe('Camden');
    expect(areas.authorityOfLsoaName('Barking & Dagenham 010C')).toBe('Barking and Dagenham');
    expect(areas.authorityOfLsoaName('Newcastle upon Tyne 024B')).toBe('Newcastle upon Tyne');
  });

  it('are refused when they are none', () => {
    expect(areas.authorityOfLsoaName('')).toBeNull();
    expect(areas.authorityOfLsoaName('Camden')).toBeNull();
    expect(areas.authorityOfLsoaName('001A')).toBeNull();
  });
});

describe('the table of aliases', () => {
  it('has one row for each folded name and type, and its names are canonical', () => {
    const rows = areas.aliasRows();
    expect(new Set(rows.map((row) => `${row.type}:${row.alias_folded}`)).size).toBe(rows.length);
    for (const row of rows) expect(areas.resolve(row.alias_folded, row.type)?.name).toBe(row.canonical);
    expect(rows).toContainEqual({
      alias_folded: foldName('Kensington & Chelsea'),
      canonical: 'Kensington and Chelsea',
      type: 'borough',
    });
  });
});

function adviceOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof NotFoundError) return error.advice;
  }
  return 'nothing was refused';
}
