import { describe, expect, it } from 'vitest';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
} from '../table/testing.ts';
import type { LakeRow } from '../table/tally.ts';
import { mopacPasReworked } from './mopac-pas-reworked.ts';
import { mopacPas, mopacPasForce } from './mopac-pas.ts';

const commas = [
  'Date,Survey,Borough,Measure,Proportion,MPS,,,,',
  '31/3/2016,PAS,City of Westminster,"""Good Job"" local","0,56","0,67",,,,',
  '31/3/2016,PAS,Richmond Upon Thames,"""Good Job"" local","0,7","0,67",,,,',
].join('\n');
const semicolons = [
  'Date;Survey;Borough;Measure;Proportion;MPS',
  '31/03/2016;PAS;Westminster;"""Good Job"" local";0,56;0,67',
  '31-3-2016;PAS;Richmond upon Thames;Good Job local;0.70;0.67',
].join('\r\n');
const at = (rows: readonly LakeRow[], area: string, date: string, question: string): readonly unknown[] =>
  rows
    .filter((row) => row['area'] === area && row['date'] === date && row['question'] === question)
    .map((row) => row['value']);

describe('PAS, made-up files', () => {
  it('reads decimal commas and points, both separators and three date styles alike', async () => {
    const a = await readText(mopacPas, commas);
    const b = await readText(mopacPas, semicolons);
    expect(a.rows).toEqual(b.rows);
    expect(a.rows).toEqual([
      {
        survey: 'PAS',
        area: 'Metropolitan Police',
        area_type: 'force',
        question: 'good-job',
        date: '2016-03-31',
        value: 0.67,
        months: 12,
      },
      {
        survey: 'PAS',
        area: 'Westminster',
        area_type: 'borough',
        question: 'good-job',
        date: '2016-03-31',
        value: 0.56,
        months: 12,
      },
      {
        survey: 'PAS',
        area: 'Richmond upon Thames',
        area_type: 'borough',
        question: 'good-job',
        date: '2016-03-31',
        value: 0.7,
        months: 12,
      },
    ]);
    expect([a.rowsRead, a.rowsKept, a.duplicates, a.warnings]).toEqual([2, 2, 0, []]);
  });

  it('reports two figures of the force for one date and question', async () => {
    const read = await readText(
      mopacPas,
      `${commas}\n31/3/2016,PAS,Camden,"""Good Job"" local","0,6","0,68",,,,`,
    );
    expect(read.rejects).toEqual([
      expect.objectContaining({
        line: 4,
        column: 'MPS',
        reason: 'line 2 gives 0.67 for the force at the same date and question',
      }),
    ]);
    expect(at(read.rows, 'Metropolitan Police', '2016-03-31', 'good-job')).toEqual([0.67]);
  });

  it('rejects unknown boroughs, questions, surveys, dates and shares, each by name', async () => {
    const row = (date: string, survey: string, borough: string, measure: string, share: string): string =>
      [date, survey, borough, measure, share, '0,5'].join(';');
    const read = await readText(
      mopacPas,
      [
        'Date;Survey;Borough;Measure;Proportion;MPS',
        row('31/02/2016', 'PAS', 'Camden', 'Trust MPS', '0,5'),
        row('31/03/2016', 'USS', 'Camden', 'Trust MPS', '0,5'),
        row('31/03/2016', 'PAS', 'Camelot', 'Trust MPS', '0,5'),
        row('31/03/2016', 'PAS', 'Camden', 'Thrust MPS', '0,5'),
        row('31/03/2016', 'PAS', 'Camden', 'Trust MPS', '56'),
        row('31/03/2016', 'PAS', 'Camden', 'Trust MPS', '[x]'),
      ].join('\n'),
    );
    expect(read.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'Date', '"31/02/2016" is not a date (day/month/year)'],
      [3, 'Survey', 'unknown survey "USS"'],
      [4, 'Borough', expect.stringContaining('unknown area "Camelot"')],
      [5, 'Measure', expect.stringContaining('unknown label "Thrust MPS" (did you mean "Trust MPS"?)')],
      [6, 'Proportion', '"56" is not a proportion between 0 and 1'],
      [7, 'Proportion', '"[x]" stands where a number should: no figure is published'],
    ]);
    expect([read.rowsRead, read.rowsKept]).toEqual([6, 0]);
  });

  it('tells a file of the force alone from one with boroughs, and keeps the two under different scopes', async () => {
    const force = 'Date;Survey;Borough;Measure;Proportion\r\n31/03/2016;PAS;MPS;Trust MPS;0,86';
    expect([await recognises(mopacPas, force), await recognises(mopacPasForce, force)]).toEqual([
      false,
      true,
    ]);
    expect([await recognises(mopacPas, commas), await recognises(mopacPasForce, commas)]).toEqual([
      true,
      false,
    ]);
    expect((await readText(mopacPasForce, force)).scope).not.toBe((await readText(mopacPas, commas)).scope);
  });

  it('keeps the reworked table apart and says what it is', async () => {
    const read = await readText(
      mopacPasReworked,
      'Quarter,Trust,Confidence,Treat_Fair,Mood\n31-3-2016,0.86,0.68,-,0.1',
    );
    expect(read.scope).toBe('mopac-pas-reworked');
    expect(read.warnings).toEqual([
      expect.stringContaining('not as published'),
      expect.stringContaining('Mood'),
      '1 cells without a figure were left out',
    ]);
    expect(read.rows.map((row) => [row['question'], row['value']])).toEqual([
      ['trust', 0.86],
      ['good-job', 0.68],
    ]);
  });
});

describe.skipIf(!hasSharedData)(
  `PAS, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const folder = 'mopac-public-attitude-survey';

    it.each(['PAS_Dashboard_Borough.csv', 'PAS_buroughs.csv'])('reads %s', async (name) => {
      expect(await recognisesShared(mopacPas, `${folder}/${name}`)).toBe(true);
      const read = await mopacPas.read(await sharedFile(`${folder}/${name}`), context);
      expect([read.rowsRead, read.rowsKept, read.rejects, read.warnings]).toEqual([9312, 9312, [], []]);
      expect(at(read.rows, 'Metropolitan Police', '2016-03-31', 'trust')).toEqual([0.86]);
      expect(at(read.rows, 'Metropolitan Police', '2023-12-31', 'trust')).toEqual([0.69]);
      expect(
        new Set(read.rows.filter((row) => row['area_type'] === 'borough').map((row) => row['area'])).size,
      ).toBe(32);
      expect(read.rows.length).toBe(9312 + 291);
    });

    it('reads the force alone as the same figures', async () => {
      const name = `${folder}/PAS_Total.csv`;
      expect([await recognisesShared(mopacPas, name), await recognisesShared(mopacPasForce, name)]).toEqual([
        false,
        true,
      ]);
      const force = await mopacPasForce.read(await sharedFile(name), context);
      const boroughs = await mopacPas.read(await sharedFile(`${folder}/PAS_buroughs.csv`), context);
      const key = (row: LakeRow): string =>
        `${String(row['date'])} ${String(row['question'])} ${String(row['value'])}`;
      expect(force.rows.map(key).toSorted()).toEqual(
        boroughs.rows
          .filter((row) => row['area_type'] === 'force')
          .map(key)
          .toSorted(),
      );
      expect(force.rows).toHaveLength(291);
    });

    it('reads the reworked table', async () => {
      const name = `${folder}/PAS_quarter.csv`;
      expect([
        await recognisesShared(mopacPas, name),
        await recognisesShared(mopacPasReworked, name),
      ]).toEqual([false, true]);
      const read = await mopacPasReworked.read(await sharedFile(name), context);
      expect([read.rowsRead, read.rowsKept, read.rows.length]).toEqual([32, 32, 96]);
    });
  },
);
