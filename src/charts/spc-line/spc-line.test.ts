import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyDate,
  anyEvery,
  anyHead,
  anyName,
  anyNumber,
  anyUnit,
  anyValue,
} from '../testing/chart-arbitraries.ts';
import { expectSound, overlappingTexts, textsOutside } from '../testing/well-formed.ts';
import { SPC_LINE_EXAMPLES } from './examples.ts';
import type { SpcLineInput } from './input.ts';
import { spcLine } from './spc-line.ts';

const base: SpcLineInput = {
  id: 'a',
  illustrative: false,
  title: 'A finding',
  subtitle: 'Robbery, number a month',
  subject: 'Robbery',
  unit: 'count',
  every: 'month',
  better: 'lower',
  points: [],
};
const limits = { centre: 2665, lower: 2310, upper: 3020 };
const months = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ date: `2023-${String(index + 1).padStart(2, '0')}`, value, limits }));

describe.each(Object.entries(SPC_LINE_EXAMPLES))('the example %s', (name, example) => {
  it.each([340, 640, 960])('is drawn as stored at %i pixels', async (width) => {
    await expect(spcLine({ ...example, width }).svg).toMatchFileSnapshot(
      `__snapshots__/${name}-${width}.svg`,
    );
  });

  it.each([340, 640, 960])('has no text over another or beyond the edge at %i pixels', (width) => {
    const { svg } = spcLine({ ...example, width });
    expect([...overlappingTexts(svg), ...textsOutside(svg)]).toEqual([]);
  });

  it('is sound, and the same at every drawing', () => {
    expectSound(spcLine(example));
    expect(spcLine(example)).toEqual(spcLine(example));
  });
});

describe('the reading', () => {
  it('gives the last value, the verdict of the last twelve months and the expected range', () => {
    const { reading } = spcLine({
      ...base,
      subject: 'Robbery in the Metropolitan Police area',
      points: months([2600, 2700, 2650, 2610, 2640, 2700, 2893]),
    });
    expect(reading).toBe(
      'Robbery in the Metropolitan Police area was 2,893 in July 2023; no special cause in the last 7 months; the range expected from month to month is 2,310 to 3,020.',
    );
  });

  it('names the special cause of the last point and whether it is a concern', () => {
    const points = Array.from(months([2600, 3100]), (point, index) => ({
      ...point,
      signal: index === 1 ? ('outside' as const) : null,
    }));
    expect(spcLine({ ...base, points }).reading).toContain(
      'a special cause (concern): above the expected range',
    );
    expect(spcLine({ ...base, points, better: 'higher' }).reading).toContain(
      'a special cause (improvement): above the expected range',
    );
    expect(spcLine({ ...base, points, better: 'neither' }).reading).toContain(
      'a special cause: above the expected range',
    );
  });

  it('tells which way a trend runs even below the average', () => {
    const points = Array.from(months([2400, 2420, 2440]), (point) => ({
      ...point,
      signal: 'trend' as const,
    }));
    expect(spcLine({ ...base, points }).reading).toContain('part of a run of rising points');
  });

  it('says when the latest months have no figure', () => {
    expect(spcLine({ ...base, points: months([2600, null, null]) }).reading).toContain(
      'No figure is available for the 2 months since.',
    );
  });

  it('says so when nothing is known', () => {
    for (const points of [[], months([null, null])]) {
      const { svg, reading } = spcLine({ ...base, points });
      expect(reading).toBe('Robbery: no figure is available for the period shown.');
      expect(svg).toContain('No figure is available');
    }
  });

  it('warns that figures do not compare across a break', () => {
    const { reading, table } = spcLine({
      ...base,
      points: months([1, 2, 3]),
      breaks: [{ date: '2023-02-01', reason: 'new system' }],
    });
    expect(reading).toContain(
      'The series breaks at February 2023 (new system): figures on either side do not compare.',
    );
    expect(table.rows[1]?.at(-1)).toBe('break in the series: new system');
  });
});

it('keeps texts apart with many breaks, comparators that meet, and long names', () => {
  const points = months([100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111]);
  const chart = spcLine({
    ...base,
    width: 340,
    points,
    breaks: points.slice(1).map(({ date }, index) => ({
      date,
      reason: `reason ${index} for a change of the way in which offences are counted`,
    })),
    meeting: { date: '2023-09-14' },
    target: { value: 111 },
    comparators: Array.from({ length: 12 }, (_, index) => ({
      name: `Comparator ${index} with a name that is rather long`,
      points: [{ date: '2023-12', value: 110 + index / 100 }],
    })),
  });
  expect([...overlappingTexts(chart.svg), ...textsOutside(chart.svg)]).toEqual([]);
  expect(chart.svg).toContain('>111</text>');
});

describe('the picture', () => {
  const pathsOf = (svg: string, name: string): string[] =>
    [...svg.matchAll(new RegExp(`class="${name}" d="([^"]*)"`, 'g'))].map(([, d = '']) => d);

  it('leaves a gap where a period is null or absent, and fills it in the table', () => {
    const absent = months([1, 2, 3, 4]).filter((_, index) => index !== 1);
    const { svg, table } = spcLine({ ...base, points: absent });
    expect(pathsOf(svg, 'sc-line').join('').match(/M/g)).toHaveLength(2);
    expect(svg).toContain('class="sc-missing"');
    expect(table.rows.map(([period, value]) => [period, value])).toContainEqual(['February 2023', null]);
    expect(svg).toEqual(spcLine({ ...base, points: months([1, null, 3, 4]) }).svg);
  });

  it('joins nothing across a break, but runs on across a rebase while the limits do not', () => {
    const points = months([1, 2, 3, 4]);
    const broken = spcLine({ ...base, points, breaks: [{ date: '2023-03-01', reason: 'r' }] }).svg;
    const rebased = spcLine({ ...base, points, rebases: [{ date: '2023-03-01' }] }).svg;
    expect([pathsOf(broken, 'sc-line').length, pathsOf(broken, 'sc-band').length]).toEqual([2, 2]);
    expect([pathsOf(rebased, 'sc-line').length, pathsOf(rebased, 'sc-band').length]).toEqual([1, 2]);
  });

  it('marks by shape as well as colour, and draws provisional points hollow', () => {
    const points = Array.from(months([2600, 3100, 2200]), (point, index) => ({
      ...point,
      signal: index === 0 ? null : ('outside' as const),
      provisional: index === 2,
    }));
    const { svg } = spcLine({ ...base, points });
    expect(svg).toMatch(/<path class="sc-point sc-concern" data-row="1" fill="#a8480a"/);
    expect(svg).toMatch(/<path class="sc-point sc-improvement" data-row="2" fill="#ffffff" stroke="#1c5d99"/);
    expect(svg).toMatch(/<circle class="sc-point sc-none"/);
  });

  it('begins at zero unless told otherwise, and then says so', () => {
    const points = months([2600, 2700]);
    expect(spcLine({ ...base, points }).svg).not.toContain('does not begin at zero');
    expect(spcLine({ ...base, points, zero: false }).svg).toContain('The axis does not begin at zero.');
  });

  it('keeps limits within what the unit allows, in picture, table and reading alike', () => {
    const points = Array.from(months([1, 2]), (point) => ({
      ...point,
      limits: { centre: 1.5, lower: -2, upper: 5 },
    }));
    const { table, reading } = spcLine({ ...base, points });
    expect(table.rows[0]).toEqual(['January 2023', 1, 1.5, 0, 5]);
    expect(reading).toContain('0 to 5');
  });

  it('prints the band over made-up data, and only there', () => {
    expect(spcLine({ ...base, illustrative: true }).svg).toContain('>Illustrative data');
    expect(spcLine(base).svg).not.toContain('Illustrative');
  });
});

it('is sound whatever it is given', () => {
  const line = fc.record({
    name: anyName,
    points: fc.array(fc.record({ date: anyDate, value: anyValue }), { maxLength: 6 }),
  });
  const range = fc.record({ centre: anyNumber, lower: anyNumber, upper: anyNumber });
  const rule = fc.record({ date: anyDate, reason: anyName });
  const input = fc.record({
    head: anyHead,
    rest: fc.record({
      subject: anyName,
      unit: anyUnit,
      every: anyEvery,
      better: fc.constantFrom('lower', 'higher', 'neither' as const),
      points: fc.array(
        fc.record({
          date: anyDate,
          value: anyValue,
          limits: fc.option(range),
          interval: fc.option(range),
          signal: fc.constantFrom(null, 'outside', 'trend', 'two-of-three', 'shift' as const),
          provisional: fc.boolean(),
        }),
        { maxLength: 30 },
      ),
      breaks: fc.array(rule, { maxLength: 4 }),
      rebases: fc.array(rule, { maxLength: 2 }),
      comparators: fc.array(line, { maxLength: 4 }),
      earlier: fc.option(line, { nil: undefined }),
      target: fc.option(fc.record({ value: anyNumber, label: anyName }), { nil: undefined }),
      meeting: fc.option(fc.record({ date: anyDate, label: anyName }), { nil: undefined }),
      zero: fc.boolean(),
    }),
  });
  fc.assert(
    fc.property(input, ({ head, rest }) => {
      expectSound(spcLine({ ...head, ...rest }));
    }),
    { numRuns: 150, seed: 3 },
  );
});
