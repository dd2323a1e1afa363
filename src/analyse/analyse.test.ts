import { describe, expect, it } from 'vitest';
import { analyse, explain, listMethods } from './index.ts';

const months = (values: readonly (number | string)[]) =>
  [
    'date,value',
    ...values.map(
      (value, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01,${value}`,
    ),
  ].join('\n');

const close = (value: number) => expect.closeTo(value, 6);

describe('analyse spc', () => {
  const vignette = months([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);

  it('answers with the keys of the interface', () => {
    const answer = analyse('spc', vignette, { better: 'lower', target: '8' });
    expect(answer).toMatchObject({
      method: 'spc',
      method_version: '2',
      options: { chart: 'xmr', rules: 'nhs' },
    });
    expect(answer.results).toHaveLength(1);
    expect(answer.results[0]).toMatchObject({
      n: 18,
      centre: close(1.9444444),
      lower: close(-0.7155556),
      upper: close(4.6044444),
      near_upper: close(3.7177778),
      variation: 'none',
      assurance: 'pass',
    });
    const points = answer.results[0]?.['points'];
    expect(points).toContainEqual(
      expect.objectContaining({ date: '2020-05-01', value: 10, signal: 'outside' }),
    );
  });

  it('marks a month without a row as a gap', () => {
    const holed = vignette
      .split('\n')
      .filter((line) => !line.startsWith('2020-08'))
      .join('\n');
    const [result] = analyse('spc', holed).results;
    expect(result).toMatchObject({ n: 17 });
    expect(result?.['points']).toContainEqual(
      expect.objectContaining({ date: '2020-08-01', value: null, signal: null }),
    );
  });

  it('rebases at a date between points from the next point, and refuses one after the end', () => {
    const [result] = analyse('spc', vignette, { rebase: '2020-12-15' }).results;
    const starts = result?.['points'] as { date: string; centre: number }[];
    expect(starts[11]?.centre).not.toBe(starts[12]?.centre);
    expect(() => analyse('spc', vignette, { rebase: '2031-01-01' })).toThrow(
      expect.objectContaining({ name: 'UsageError' }),
    );
  });

  it('takes p charts from value and denominator, and finds columns by another name', () => {
    const csv = 'month,hits,searches\n2020-01,5,50\n2020-02,10,200\n2020-03,8,100';
    const [result] = analyse('spc', csv, {
      chart: 'p',
      date: 'month',
      value: 'hits',
      denominator: 'searches',
    }).results;
    expect(result).toMatchObject({ n: 3, centre: close(23 / 350) });
  });
});

describe('analyse', () => {
  it('runs once for each value of --by, in order of appearance', () => {
    const csv = 'area,events,trials\nB,12,80\nA,1,10';
    expect(analyse('interval', csv, { by: 'area' }).results).toEqual([
      { by: 'B', estimate: 0.15, lower: close(0.08794), upper: close(0.244132) },
      expect.objectContaining({ by: 'A', estimate: 0.1 }),
    ]);
  });

  it('interval: rates by byar unless told otherwise', () => {
    expect(analyse('interval', 'events,exposure\n7,1000').options).toMatchObject({ kind: 'byar' });
    expect(
      analyse('interval', 'events,exposure\n7,1000', { kind: 'exact-poisson' }).results[0],
    ).toMatchObject({
      lower: close(0.0028144),
    });
  });

  it('rate-ratio: every group against the reference', () => {
    const csv = 'group,events,population\nWhite,120,40000\nBlack,90,8000';
    const [result] = analyse('rate-ratio', csv, { reference: 'White' }).results;
    expect(result?.['groups']).toEqual([
      { group: 'White', rate: 0.003, ratio: 1, lower: null, upper: null },
      { group: 'Black', rate: 0.01125, ratio: close(3.75), lower: close(2.853231), upper: close(4.928624) },
    ]);
  });

  it('rate-ratio: Mantel–Haenszel over strata, with heterogeneity', () => {
    const rows = [
      'Black,30,2500,a',
      'White,50,16000,a',
      'Black,40,3500,b',
      'White,45,14000,b',
      'Black,20,2000,c',
      'White,25,10000,c',
    ];
    const csv = ['group,events,population,stratum', ...rows].join('\n');
    const [result] = analyse('rate-ratio', csv, { reference: 'White', kind: 'mantel-haenszel' }).results;
    expect(result?.['groups']).toContainEqual(
      expect.objectContaining({ group: 'Black', ratio: close(3.744969) }),
    );
    expect(result?.['heterogeneity']).toMatchObject({ q: close(0.117045), df: 2 });
  });

  it('bounds: the empty group is what was not recorded', () => {
    const csv = 'group,events,population\nWhite,300,40000\nBlack,200,8000\n,500,';
    expect(analyse('bounds', csv, { reference: 'White' }).results[0]).toMatchObject({
      missing_share: 0.5,
      groups: [
        { group: 'White' },
        { group: 'Black', complete_case_ratio: close(3.333333), lower: close(1.25), upper: close(11.666667) },
      ],
    });
  });

  it('share-bounds: whether a survey figure can be true', () => {
    const csv = 'category,count\ndisabled,30\nnot disabled,70\n,100';
    const options = { survey: '.7', 'survey-lower': '.66', 'survey-upper': '.74' };
    expect(analyse('share-bounds', csv, options).results[0]).toMatchObject({
      categories: [
        { category: 'disabled', known_share: 0.3, lower: 0.15, upper: 0.65 },
        { category: 'not disabled' },
      ],
      compatible: false,
    });
  });

  it('funnel: units against their limits', () => {
    const csv = 'unit,observed,expected\na,100,108\nb,150,112\nc,180,165\nd,80,95\ne,120,100\nf,225,220';
    const [result] = analyse('funnel', csv).results;
    expect(result).toMatchObject({ phi: close(2.948033), tau2: close(0.019478), target: 1 });
  });

  it('outcome-test: difference from the reference, area by area', () => {
    const rows = ['A,120,30,x', 'B,400,110,x', 'A,60,9,y', 'B,500,130,y'];
    const [result] = analyse('outcome-test', ['group,searches,hits,area', ...rows].join('\n'), {
      reference: 'B',
    }).results;
    const [a, b] = (result?.['groups'] ?? []) as Record<string, number>[];
    expect(a).toMatchObject({
      group: 'A',
      hit_rate: close(39 / 180),
      crude_difference: close(39 / 180 - 240 / 900),
    });
    expect(a?.['difference']).not.toBe(a?.['crude_difference']);
    expect(b).toMatchObject({ group: 'B', difference: 0 });
  });

  it('forecast: the next months, with a backtest', () => {
    const csv = months(
      Array.from({ length: 48 }, (_, i) => 100 + 10 * Math.sin((Math.PI * i) / 6) + ((i * 7) % 5)),
    );
    const [result] = analyse('forecast', csv, { model: 'seasonal-naive', horizon: 3 }).results;
    expect(result?.['forecasts']).toMatchObject([
      { date: '2024-01-01' },
      { date: '2024-02-01' },
      { date: '2024-03-01' },
    ]);
    expect(result).toMatchObject({ model: 'seasonal-naive', beats_seasonal_naive: null });
    expect(() => analyse('forecast', 'date,value\n2020-01,1\n2020-02,2\n2020-04,3')).toThrow(
      /no value for 2020-03-01/,
    );
  });

  it('hot-spots: cells, pattern, prediction and near repeats', () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) =>
        `${(i % 4) * 100 + (i % 3)},${(i % 5) * 100},2023-01-${String((i % 28) + 1).padStart(2, '0')}`,
    );
    const csv = [
      'x,y,date',
      ...rows,
      ...Array.from({ length: 15 }, (_, i) => `5,5,2023-02-0${(i % 9) + 1}`),
    ].join('\n');
    const run = (options: Record<string, string | number>) =>
      analyse('hot-spots', csv, { cell: 100, ...options }).results[0];
    expect(run({ statistic: 'gi' })).toMatchObject({ cells: 20, columns: 4, rows: 5, events: 55 });
    expect(run({ statistic: 'moran' })).toMatchObject({ expectation: close(-1 / 19) });
    expect(run({ statistic: 'pai', share: 0.05, from: '2023-02-01' })).toMatchObject({
      area_share: 0.05,
      hit_share: 1 / 1,
    });
    const { bands } = run({
      statistic: 'knox',
      distances: '50,150',
      days: '7,14',
      seed: 3,
      permutations: 99,
    }) as { bands: { ratio: number }[] };
    expect(bands).toHaveLength(4);
    expect(bands[0]?.ratio).toBeGreaterThan(1);
  });

  it('turning: since is a date', () => {
    const csv = months(Array.from({ length: 48 }, (_, i) => (i < 36 ? 400 : 200) + 20 * (i % 2)));
    expect(analyse('turning', csv).results[0]).toMatchObject({ verdict: 'turned-down', since: '2023-01-01' });
  });
});

describe('what goes wrong is named', () => {
  it.each([
    ['an unknown method', () => analyse('spcc', 'a,b\n1,2'), 'NotFoundError', "Did you mean 'spc'"],
    [
      'an unknown option',
      () => analyse('interval', 'events,trials\n1,2', { knd: 'exact' }),
      'UsageError',
      'Did you mean --kind',
    ],
    [
      'an unknown word',
      () => analyse('interval', 'events,trials\n1,2', { kind: 'wilsn' }),
      'UsageError',
      "Did you mean 'wilson'",
    ],
    [
      'a missing column',
      () => analyse('interval', 'event,trials\n1,2'),
      'BadInputError',
      "Did you mean 'event'",
    ],
    [
      'a cell that is no number',
      () => analyse('interval', 'events,trials\n1,2\nx,3'),
      'BadInputError',
      'leave a missing one empty',
    ],
    ['a date that is none', () => analyse('spc', 'date,value\nsoon,1'), 'BadInputError', 'Write dates as'],
    [
      'a date that is there twice',
      () => analyse('spc', 'date,value\n2020-01,1\n2020-01,2'),
      'BadInputError',
      'one row for each date',
    ],
    ['an empty table', () => analyse('spc', ''), 'BadInputError', 'header'],
    ['a ragged table', () => analyse('spc', 'date,value\n2020-01,1,3'), 'BadInputError', 'as many cells'],
  ])('%s', (_, run, name, advice) => {
    expect(run).toThrow(expect.objectContaining({ name, advice: expect.stringContaining(advice) }));
  });

  it('says the line', () => {
    expect(() => analyse('interval', 'events,trials\n1,2\nx,3')).toThrow(
      /line 3, column events: 'x' is not a number/,
    );
  });
});

describe('explain', () => {
  it('has a formula, sources, assumptions, when not to use it and what checked it, for every method', () => {
    for (const { method } of listMethods()) {
      const about = explain(method);
      expect(about.formula.length).toBeGreaterThan(20);
      for (const list of [about.sources, about.assumptions, about.notWhen, about.checkedWith])
        expect(list.length).toBeGreaterThan(0);
    }
  });
});
