import { describe, expect, it } from 'vitest';
import { context, readText, recognises, withFile } from '../table/testing.ts';
import type { RowsRead } from '../source.ts';
import { FIGURE_COLUMNS } from './figure.ts';
import { figures } from './figures.ts';

const head = [
  '# publisher: Office for National Statistics',
  '# title: Crime in England and Wales: Police Force Area data tables, year ending March 2022',
  '# licence: Open Government Licence v3.0',
  '# address: https://www.ons.gov.uk/',
  '# published: 2022-07-21',
];
const header = FIGURE_COLUMNS.join(',');
const file = (...rows: readonly string[]): string => [...head, header, ...rows, ''].join('\n');
const read = async (...rows: readonly string[]): Promise<RowsRead> => readText(figures, file(...rows));
const reasons = (result: RowsRead): readonly unknown[] =>
  result.rejects.map(({ line, column, reason }) => [line, column, reason]);

describe('figures with a citation', () => {
  it('reads a rate with its parts, its months as days, and the citation at the head', async () => {
    const result = await read(
      'MPS,force,robbery-rate,,,2021-04,2022-03,2.70,24310,9002488,,"offences per 1,000 people",',
    );
    expect(result.rows).toEqual([
      {
        area: 'Metropolitan Police',
        area_type: 'force',
        measure: 'robbery-rate',
        group_type: null,
        group_value: null,
        period_from: '2021-04-01',
        period_to: '2022-03-31',
        value: 2.7,
        numerator: 24310,
        denominator: 9002488,
        base: null,
        unit: 'offences per 1,000 people',
        flag: null,
      },
    ]);
    expect(result.published).toEqual({ date: '2022-07-21', basis: 'stated' });
    expect(result.citation?.publisher).toBe('Office for National Statistics');
    expect(result.scope).toBe(
      'figures/crime-in-england-and-wales-police-force-area-data-tables-year-ending-march-2022',
    );
    expect([result.rejects, result.warnings]).toEqual([[], []]);
  });

  it('is recognised by its header, with or without a citation', async () => {
    expect(await recognises(figures, file('MPS,force,robbery,,,2021-04,2021-04,5,,,,offences,'))).toBe(true);
    expect(await recognises(figures, `${header}\n`)).toBe(true);
    expect(await recognises(figures, 'area,value\nMPS,5\n')).toBe(false);
  });

  it('reads a file that a spreadsheet has saved: commas after the citation, quotes round it, CRLF', async () => {
    const saved = [
      ...head.slice(0, 1),
      `"${head[1] ?? ''}, revised",,,,`,
      ...head.slice(2).map((line) => `${line},,,,,,,,,,,,`),
      header,
      'MPS,force,robbery,,,2021-04,2021-04,5,,,,offences,',
    ];
    const result = await readText(figures, saved.join('\r\n'));
    expect(result.citation?.title).toBe(`${(head[1] ?? '').slice(9)}, revised`);
    expect(result.rows).toHaveLength(1);
  });

  it.each(['publisher', 'title', 'licence', 'address', 'published'])(
    'refuses a file without "# %s:"',
    async (key) => {
      const content = file('MPS,force,robbery,,,2021-04,2021-04,5,,,,offences,').replace(
        new RegExp(`# ${key}:.*\\n`),
        '',
      );
      await expect(readText(figures, content)).rejects.toThrow(`"# ${key}:" is missing`);
    },
  );

  it('refuses a citation with a bad date, a line said twice, or a title without a letter', async () => {
    const content = file('MPS,force,robbery,,,2021-04,2021-04,5,,,,offences,');
    await expect(readText(figures, content.replace('2022-07-21', '21 July 2022'))).rejects.toThrow(
      'is not a date',
    );
    await expect(
      readText(figures, content.replace('# licence', '# publisher: me\n# licence')),
    ).rejects.toThrow('line 3: "# publisher:" stands there twice');
    await expect(
      readText(figures, content.replace('# published', '# published-basis: guessed\n# published')),
    ).rejects.toThrow('neither "stated" nor "not-before"');
    await expect(readText(figures, content.replace(/# title:.*/, '# title: –'))).rejects.toThrow(
      'neither letters nor digits',
    );
  });

  it('refuses a header that lacks a column, by name', async () => {
    const content = file('MPS,force,robbery,,,2021-04,2021-04,5,,,,offences').replace(',flag', '');
    await expect(readText(figures, content)).rejects.toThrow('"flag" is missing');
    await expect(read()).rejects.toThrow('no rows');
  });

  it('names the line and column of a row that cannot be right', async () => {
    const result = await read(
      'Camelot,force,robbery,,,2021-04,2021-04,5,,,,offences,',
      'Camden,county,robbery,,,2021-04,2021-04,5,,,,offences,',
      'Camden,borough,Robbery!,,,2021-04,2021-04,5,,,,offences,',
      'Camden,borough,robbery,,,April,2021-04,5,,,,offences,',
      'Camden,borough,robbery,,,2021-05,2021-04,5,,,,offences,',
      'Camden,borough,robbery,,,2021-02-30,2021-04,5,,,,offences,',
      'Camden,borough,robbery,,,2021-04,2021-04,many,,,,offences,',
      'Camden,borough,robbery,,,2021-04,2021-04,,,,,offences,',
      'Camden,borough,robbery,,,2021-04,2021-04,5,,,,,',
      'Camden,borough,robbery,,,2021-04,2021-04,5,,,,offences,q',
      'Camden,borough,robbery,,Black,2021-04,2021-04,5,,,,offences,',
      'Camden,borough,trust,,,2021-04,2021-04,69,,,,proportion,',
      'Camden,borough,robbery,,,2021-04,2021-04,5,6,,,offences,',
      'Camden,borough,robbery,,,2021-04,2021-04,5,"6,,,offences,',
    );
    expect(result.rows).toEqual([]);
    expect(reasons(result)).toEqual([
      [20, '9', expect.stringContaining('a quote is opened')],
      [7, 'area', expect.stringContaining('unknown area "Camelot"')],
      [8, 'area_type', expect.stringContaining('unknown type of area "county"')],
      [9, 'measure', expect.stringContaining('"Robbery!" is not the id')],
      [10, 'from', expect.stringContaining('"April" is not a date')],
      [11, 'from', 'the period ends (2021-04) before it begins (2021-05)'],
      [12, 'from', expect.stringContaining('"2021-02-30" is not a date')],
      [13, 'value', '"many" is not a number'],
      [14, 'value', expect.stringContaining('neither a value nor a flag')],
      [15, 'unit', expect.stringContaining('unit is blank')],
      [16, 'flag', expect.stringContaining('unknown flag "q"')],
      [17, 'group_type', expect.stringContaining('"Black"')],
      [18, 'value', '69 is not a share between 0 and 1'],
      [19, 'numerator', expect.stringContaining('6 is not 5')],
    ]);
    expect([result.rowsRead, result.rowsKept]).toEqual([14, 0]);
  });

  it('checks a value against its numerator and denominator to the last printed digit', async () => {
    const row = (value: string, numerator: number, denominator: number, unit: string): string =>
      `Camden,borough,robbery-rate,,,2021-04,2021-04,${value},${numerator},${denominator},,"${unit}",`;
    const good = [
      row('0.33', 1, 3, 'share'),
      row('33', 1, 3, 'per cent'),
      row('33.3', 1, 3, '%'),
      row('333', 1, 3, 'offences per 1,000 people'),
      row('33333', 1, 3, 'per 100,000 people'),
      row('0', 0, 3, 'share'),
      row('3e-1', 1, 3, 'share'),
      row('2.5', 5, 2, 'people a household'),
    ];
    for (const each of good) expect((await read(each)).rejects).toEqual([]);
    const bad = [
      row('0.34', 1, 3, 'share'),
      row('0.330', 1, 3, 'share'),
      row('333', 1, 3, 'per 100,000 people'),
      row('0', 0, 0, 'share'),
    ];
    const faults = await Promise.all(bad.map(async (each) => (await read(each)).rejects[0]?.reason));
    expect(faults).toEqual([
      '0.34 is not 1 over 3, which is 0.33333333',
      '0.330 is not 1 over 3, which is 0.33333333',
      '333 is not 1 over 3 times 100,000, which is 33333.333',
      '0 cannot be divided by',
    ]);
  });

  it('refuses a second value for one key and counts an exact repeat', async () => {
    const row = (value: string): string =>
      `Camden,borough,trust,age,18-24,2021-04,2022-03,${value},,,600,share,`;
    const result = await read(row('0.7'), row('0.70'), row('0.71'), row('0.7').replace('18-24', '25-34'));
    expect(reasons(result)).toEqual([
      [9, 'value', 'line 7 gives another value for the same key: 0.7 share, base 600'],
    ]);
    expect([result.rows.length, result.duplicates]).toEqual([2, 1]);
  });

  it('keeps a withheld figure as a missing value with its flag', async () => {
    const result = await read(
      'Camden,borough,trust,,,2021-04,2022-03,[c],,,,share,',
      'Camden,borough,trust,,,2022-04,2023-03,,,,,share,x',
      'Camden,borough,trust,,,2023-04,2024-03,0.5,,,,share,[p] [r]',
    );
    expect(result.rows.map((row) => [row['value'], row['flag']])).toEqual([
      [null, 'c'],
      [null, 'x'],
      [0.5, 'pr'],
    ]);
  });

  it('knows measures only by name, where it is told which there are', async () => {
    const told = { ...context, knownMeasures: new Set(['robbery', 'burglary']) };
    const result = await withFile(
      file(
        'Camden,borough,robbery,,,2021-04,2021-04,5,,,,offences,',
        'Camden,borough,robery,,,2021-04,2021-04,5,,,,offences,',
      ),
      async (input) => figures.read(input, told),
    );
    expect(reasons(result)).toEqual([[8, 'measure', 'unknown measure "robery" (did you mean "robbery"?)']]);
    expect(result.rows).toHaveLength(1);
  });

  it('says that a file was published before what it covers had ended', async () => {
    expect((await read('Camden,borough,robbery,,,2022-07,2022-07,5,,,,offences,')).warnings).toEqual([
      expect.stringContaining('before the last day'),
    ]);
  });
});
