import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type IsoDate } from '../../foundation/iso-date.ts';
import { context, readText, recognises } from '../table/testing.ts';
import type { Citation } from './citation.ts';
import type { Figure } from './figure.ts';
import { figures } from './figures.ts';
import { writeFigures } from './write-figures.ts';

const citation: Citation = {
  publisher: 'A body, and "others"',
  title: 'Figures; of a test',
  licence: 'Open Government Licence v3.0',
  address: 'https://example.org/a,b',
  published: '2100-01-01' as IsoDate,
  basis: 'not-before',
  sources: [],
  notes: ['The exact day is not stated.'],
};

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const label = fc
  .string({ minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() === text && !text.includes('\r'));
const amount = fc.nat({ max: 1e9 });
const none = fc.constant(null);
const period = fc
  .tuple(
    fc.integer({ min: 0, max: 300 }),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 60 }),
    fc.boolean(),
  )
  .map(([first, day, length, whole]): { from: IsoDate; to: IsoDate } => {
    const month = addMonths('2000-01-01' as IsoDate, first);
    return whole
      ? { from: month, to: addDays(addMonths(month, length + 1), -1) }
      : { from: addDays(month, day), to: addDays(month, day + length) };
  });
const amounts = fc.oneof(
  fc.record({
    value: fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
      .map((value) => (value === 0 ? 0 : value)),
    numerator: none,
    denominator: none,
    unit: fc.constant('points'),
  }),
  amount.map((value) => ({ value, numerator: value, denominator: null, unit: 'offences' })),
  fc.tuple(amount, fc.integer({ min: 1, max: 1e7 })).map(([numerator, denominator]) => ({
    value: Number(((numerator / denominator) * 1000).toFixed(2)),
    numerator,
    denominator,
    unit: 'offences per 1,000 people',
  })),
);
const figure = fc
  .record({
    area: fc.constantFrom(...context.areas.list()),
    measure: word,
    group: fc.oneof(none, fc.tuple(word, fc.oneof(none, label))),
    base: fc.oneof(none, amount),
    flag: fc.oneof(none, fc.constantFrom('p', 'r', 'pr')),
    period,
    amounts,
  })
  .map(({ area, measure, group, base, flag, period, amounts }): Figure => {
    const { value, numerator, denominator, unit } = amounts;
    return {
      area: area.name,
      area_type: area.type,
      measure,
      group_type: group?.[0] ?? null,
      group_value: group?.[1] ?? null,
      from: period.from,
      to: period.to,
      value,
      numerator,
      denominator,
      base,
      unit,
      flag,
    };
  });
const key = ({ area, measure, group_type, group_value, from, to }: Figure): string =>
  JSON.stringify([area, measure, group_type, group_value, from, to]);

describe('writing figures', () => {
  it('gives back the rows that were written, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(figure, { selector: key, minLength: 1, maxLength: 12 }),
        async (rows) => {
          const read = await readText(figures, writeFigures(citation, rows));
          expect(read.rejects).toEqual([]);
          const expected = rows.map(({ from, to, ...rest }) => ({
            ...rest,
            period_from: from,
            period_to: to,
          }));
          expect(read.rows).toEqual(expected);
          expect(read.published).toEqual({ date: '2100-01-01', basis: 'not-before' });
          expect(read.citation).toEqual({
            publisher: citation.publisher,
            title: citation.title,
            licence: citation.licence,
            address: citation.address,
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes months where a period is whole months, and a template where there are no rows', async () => {
    const row: Figure = {
      area: 'Camden',
      area_type: 'borough',
      measure: 'trust',
      group_type: null,
      group_value: null,
      from: '2021-04-01' as IsoDate,
      to: '2022-03-31' as IsoDate,
      value: 0.7,
      numerator: null,
      denominator: null,
      base: null,
      unit: 'share',
      flag: null,
    };
    expect(writeFigures(citation, [row]).split('\n').at(-2)).toBe(
      'Camden,borough,trust,,,2021-04,2022-03,0.7,,,,share,',
    );
    expect(
      writeFigures(citation, [{ ...row, to: '2022-03-30' as IsoDate }])
        .split('\n')
        .at(-2),
    ).toBe('Camden,borough,trust,,,2021-04-01,2022-03-30,0.7,,,,share,');
    expect(
      writeFigures(citation, [{ ...row, to: '2021-04-30' as IsoDate }])
        .split('\n')
        .at(-2),
    ).toBe('Camden,borough,trust,,,2021-04,,0.7,,,,share,');
    expect(await recognises(figures, writeFigures(citation, []))).toBe(true);
  });
});
