import { describe, expect, it } from 'vitest';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
  sum,
} from '../table/testing.ts';
import { taserByForce, taserByYear, taserEarly, taserNational } from '../home-office-taser/taser.ts';
import { tacticReader } from './tactic.ts';
import { useOfForceCsv, useOfForceWorkbook } from './use-of-force.ts';

describe('use of force, made-up', () => {
  it('takes ways of using a device for its parts, and a spit guard for no bite', () => {
    const tacticOf = tacticReader();
    const parts = [
      'Dog use, of which',
      'Dog bite',
      'Spit and bite guard',
      'CED, of which',
      'Red-dot',
      'Drive-stun',
    ]
      .map(tacticOf)
      .map(({ part }) => part);
    expect(parts).toEqual(['tactic', 'part', 'tactic', 'tactic', 'part', 'part']);
  });

  it('tells totals, tactics and their parts apart, and what a bare "Not stated" is of', () => {
    const read = tacticReader();
    const names = [
      '*Total Restraint',
      'Handcuffing, of which',
      'Compliant handcuffing',
      'Not stated',
      'Ground restraint',
      'Baton, of which',
      'Baton drawn',
      'Not stated baton',
      'CED',
    ];
    expect(names.map(read)).toEqual([
      { name: 'Total: restraint', part: 'total' },
      { name: 'Handcuffing', part: 'tactic' },
      { name: 'Compliant handcuffing', part: 'part' },
      { name: 'Handcuffing not stated', part: 'part' },
      { name: 'Ground restraint', part: 'tactic' },
      { name: 'Baton', part: 'tactic' },
      { name: 'Baton drawn', part: 'part' },
      { name: 'Baton not stated', part: 'part' },
      { name: 'CED', part: 'tactic' },
    ]);
  });

  it('refuses a table that says nowhere of which months it is', async () => {
    const content =
      'Police Force,Type of force,Tactic,White,Number of times tactic reported\nKent,Restraint,Ground restraint,1,2';
    expect(await recognises(useOfForceCsv, content)).toBe(true);
    await expect(readText(useOfForceCsv, content)).rejects.toThrow('does not say of which months');
    await expect(readText(taserByForce, 'Police Force/Region,Drawn,Fired,Total\nKent,1,2,3')).rejects.toThrow(
      'of which year',
    );
  });
});

describe.skipIf(!hasSharedData)(
  `use of force, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const folder = 'home-office-use-of-force';
    it('reads the workbook of 2019/20 without a contradiction', async () => {
      const name = `${folder}/police-use-of-force-apr2019-mar2020-hosb3720-tables.ods`;
      expect(await recognisesShared(useOfForceWorkbook, name)).toBe(true);
      const read = await useOfForceWorkbook.read(await sharedFile(name), context);
      expect(read.rejects).toEqual([]);
      expect(read.published).toEqual({ date: '2020-12-17', basis: 'stated' });
      const met = { force: 'metropolitan', year: 2020, measure: 'uses', tactic: 'Total: tactics' };
      expect(sum(read.rows, 'count', { ...met, group_type: null })).toBe(205_135);
      // Groups of one kind add up to the whole.
      expect(sum(read.rows, 'count', { ...met, group_type: 'ethnicity' })).toBe(205_135);
      expect(
        sum(read.rows, 'count', { area: 'England and Wales', measure: 'incidents', tactic: 'Any' }),
      ).toBe(491_984);
      expect(
        sum(read.rows, 'count', {
          force: 'metropolitan',
          measure: 'CED uses',
          tactic: 'CED fired',
          year: 2020,
        }),
      ).toBe(920);
    });

    it('reads a tidied table, whose parts add up to their tactic', async () => {
      const read = await useOfForceCsv.read(
        await sharedFile(`${folder}/cleaned-csv/by-ethnicity-force/april2018-march2019.csv`),
        context,
      );
      const nation = {
        area: 'England and Wales',
        tactic_type: 'Restraint',
        group_value: 'Black (or Black British)',
      };
      const parts = ['Compliant handcuffing', 'Non-compliant handcuffing', 'Handcuffing not stated'];
      const added = parts.reduce(
        (total, tactic) => total + sum(read.rows, 'count', { ...nation, tactic }),
        0,
      );
      expect(added).toBe(sum(read.rows, 'count', { ...nation, tactic: 'Handcuffing' }));
      expect(read.rejects).toEqual([]);
    });

    it('reads Taser by force, by year, for the nation, and before 2011', async () => {
      const taser = 'home-office-taser/cleaned-csv';
      const files = [
        [taserByForce, `${taser}/by-ced-type-force-region/2016.csv`],
        [taserByYear, `${taser}/taser-use-by-force-by-year.csv`],
        [taserNational, `${taser}/historic-ced-usage/2011-2016.csv`],
        [taserEarly, `${taser}/pre-2011/table1-2004-2010-total.csv`],
        [taserEarly, `${taser}/pre-2011/table2-2009-2010.csv`],
      ] as const;
      for (const [source, name] of files) {
        expect(await recognisesShared(source, name)).toBe(true);
        const read = await source.read(await sharedFile(name), context);
        expect([read.rejects, read.rows.length > 50]).toEqual([[], true]);
      }
      const national = await taserNational.read(await sharedFile(files[2][1]), context);
      expect(sum(national.rows, 'count', { year: 2016, tactic: 'CED' })).toBe(11_294);
      // The West Midlands stand twice in 2015: the region, then the force.
      const byYear = await taserByYear.read(await sharedFile(files[1][1]), context);
      expect(sum(byYear.rows, 'count', { area: 'West Midlands region', year: 2015, tactic: 'CED' })).toBe(
        1472,
      );
      expect(sum(byYear.rows, 'count', { force: 'west-midlands', year: 2015, tactic: 'CED' })).toBe(914);
    });
  },
);
