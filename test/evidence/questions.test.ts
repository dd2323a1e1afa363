import { afterEach, describe, expect, it } from 'vitest';
import type { ReadingSide } from '../../src/evidence/index.ts';
import { ask, checkClaim, parseQuestion, writeQuestion, type Finding } from '../../src/evidence/index.ts';
import type { IsoDate } from '../../src/foundation/iso-date.ts';
import { seededRandom } from '../../src/statistics/index.ts';
import { MadeUpLake, monthly, yearlyRate } from './made-up-lake.ts';

let lake = new MadeUpLake();
let app: ReadingSide | null = null;

afterEach(() => {
  app?.lake.close();
  app = null;
  lake.cleanUp();
  lake = new MadeUpLake();
});

async function answer(question: string): Promise<Finding> {
  app ??= lake.open();
  return ask(app, parseQuestion(question));
}

/** Poisson counts (normal approximation is good enough for levels of hundreds). */
function noisy(level: (month: number) => number, months: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: months }, (_, month) =>
    Math.round(level(month) + Math.sqrt(level(month)) * random.normal()),
  );
}

describe('a question', () => {
  it('is written as it is read', () => {
    const texts = [
      'compare robbery --area "Metropolitan Police" --with most-similar --expect above',
      'trend robbery --area "Metropolitan Police" --expect down --since 2023-09-01',
      'rank trust --area-type borough --lowest "Waltham Forest,Hackney"',
    ];
    for (const text of texts) expect(writeQuestion(parseQuestion(text))).toBe(text);
  });

  it('says how it is to be written when it is not', () => {
    expect(() => parseQuestion('compere robbery')).toThrow(/no question "compere"/);
    expect(() => parseQuestion('compare')).toThrow(/about a measure/);
    expect(() => parseQuestion('compare robbery --wiht national')).toThrow(/not an option/);
    expect(() => parseQuestion('compare robbery --with nation')).toThrow(/not known/);
    expect(() => parseQuestion('trend robbery --since August')).toThrow(/not a date/);
  });
});

describe('compare', () => {
  it('says above with the exception named, and rests on the releases used', async () => {
    await lake.add('2022-07-01', [
      yearlyRate('Metropolitan Police', 2700, 1_000_000),
      yearlyRate('West Midlands', 2900, 1_000_000),
      yearlyRate('Greater Manchester', 1900, 1_000_000),
      yearlyRate('West Yorkshire', 1100, 1_000_000),
      yearlyRate('England and Wales', 66_000, 60_000_000, 'robbery-rate', 'nation'),
    ]);
    const finding = await answer('compare robbery --area "Metropolitan Police" --with national');
    expect(finding.verdict).toBe('above');
    expect(finding.sentence).toContain('West Midlands (2.90) was higher still');
    expect(finding.inputs).toHaveLength(1);
    expect(finding.numbers['ratio']).toBeCloseTo(2.7 / 1.1, 6);
  });

  it('says similar when the interval spans the comparator', async () => {
    await lake.add('2022-07-01', [
      yearlyRate('Metropolitan Police', 105, 100_000),
      yearlyRate('England and Wales', 6000, 6_000_000, 'robbery-rate', 'nation'),
    ]);
    expect((await answer('compare robbery --with national')).verdict).toBe('similar');
  });

  it('averages the most similar forces as the convention says, shows the others, and says that the group is unconfirmed', async () => {
    await lake.add('2022-07-01', [
      yearlyRate('Metropolitan Police', 2000, 1_000_000),
      yearlyRate('West Midlands', 3000, 1_000_000),
      yearlyRate('Greater Manchester', 4000, 2_000_000),
      yearlyRate('West Yorkshire', 1000, 1_000_000),
    ]);
    const finding = await answer('compare robbery --with most-similar');
    expect(finding.numbers['comparator']).toBeCloseTo(2, 9);
    expect(finding.verdict).toBe('similar');
    expect(finding.caveats.join(' ')).toContain('unconfirmed');
    expect(finding.numbers['conventions']).toHaveLength(4);
  });

  it('says that nothing is held rather than guess', async () => {
    await lake.add('2022-07-01', [yearlyRate('Metropolitan Police', 2000, 1_000_000)]);
    expect(await answer('compare robbery --with national')).toMatchObject({ verdict: 'no-data', inputs: [] });
    expect(
      (await answer('compare robbery --area "City of London Police" --with most-similar')).sentence,
    ).toContain('no most similar group');
  });
});

describe('trend', () => {
  it('finds a lasting fall that began within the year, and none where nothing changed', async () => {
    await lake.add('2023-01-01', [
      ...monthly(
        'robbery',
        '2020-01',
        noisy((month) => (month < 29 ? 900 : 700), 36, 4),
      ),
      ...monthly(
        'burglary',
        '2020-01',
        noisy(() => 900, 36, 5),
      ),
    ]);
    const fall = await answer('trend robbery');
    expect(fall.verdict).toBe('falling');
    expect(fall.numbers['turn_since']).toMatch(/^2022-0[567]$/);
    expect((await answer('trend burglary')).verdict).toBe('no-signal');
  });

  it('does not take a fall of years ago for the present turn', async () => {
    await lake.add(
      '2023-01-01',
      monthly(
        'robbery',
        '2019-01',
        noisy((month) => (month < 20 ? 1500 : 900), 48, 6),
      ),
    );
    expect((await answer('trend robbery')).verdict).toBe('no-signal');
  });

  it('says too early with less than two years', async () => {
    await lake.add(
      '2023-01-01',
      monthly(
        'robbery',
        '2022-01',
        noisy(() => 900, 14, 7),
      ),
    );
    expect((await answer('trend robbery')).verdict).toBe('too-early');
  });

  it('sets all months since a date against the same months of the year before', async () => {
    await lake.add(
      '2023-01-01',
      monthly(
        'robbery',
        '2020-01',
        noisy((month) => (month < 24 ? 900 : 1100), 36, 8),
      ),
    );
    const finding = await answer('trend robbery --since 2022-01-01');
    expect(finding).toMatchObject({ verdict: 'rising', from: '2022-01-01', to: '2022-12-31' });
    expect(finding.numbers['months']).toBe(12);
  });

  it('is silent about months that are not held', async () => {
    await lake.add(
      '2023-01-01',
      monthly(
        'robbery',
        '2020-01',
        noisy(() => 900, 30, 9),
      ),
    );
    expect((await answer('trend robbery --since 2023-01-01')).verdict).toBe('no-data');
  });
});

describe('rank', () => {
  const trust = (values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([area, value]) => ({
      area,
      type: 'borough',
      measure: 'trust',
      from: '2022-07',
      to: '2023-06',
      value,
      unit: 'proportion',
    }));

  it('says whether the named are the lowest, others are, or they are level', async () => {
    await lake.add('2023-07-01', trust({ Hackney: 0.58, 'Waltham Forest': 0.57, Camden: 0.66, Barnet: 0.7 }));
    expect((await answer('rank trust --lowest "Waltham Forest,Hackney"')).verdict).toBe('they-are');
    const closely = await answer('rank trust --lowest "Camden,Hackney"');
    expect(closely.verdict).toBe('others-stand-lower');
    expect(closely.sentence).toContain('Camden (66%) stood 3rd.');
    expect((await answer('rank trust --lowest "Barnet,Hackney"')).verdict).toBe('others-are');
    await lake.add('2023-08-01', trust({ Hackney: 0.58, 'Waltham Forest': 0.57, Camden: 0.58, Barnet: 0.7 }));
    const level = await answer('rank trust --lowest "Waltham Forest,Hackney"');
    expect(level.verdict).toBe('tied');
    expect(level.sentence).toContain('level with');
  });

  it('says how sure the order is, and on what assumption', async () => {
    await lake.add('2023-07-01', trust({ Hackney: 0.5, Camden: 0.8, Barnet: 0.81 }));
    const finding = await answer('rank trust --lowest Hackney');
    expect(finding.numbers['others_that_could_be']).toBe(0);
    expect(finding.caveats.join(' ')).toContain('planned sample');
  });
});

describe('a claim', () => {
  const claim = {
    record: '2023-08-31' as IsoDate,
    paragraph: '2.2',
    text: 'Robbery was turning down',
    kind: 'statistical',
    question: 'trend robbery --expect down',
  };

  it('is judged on what had ended by the meeting in the first publication, and on what has come since in the newest', async () => {
    const before = noisy(() => 900, 44, 10);
    await lake.add('2023-09-15', monthly('robbery', '2020-01', before), 'Counts');
    await lake.add(
      '2024-06-01',
      monthly('robbery', '2020-01', [...before.map((count) => count + 3), ...noisy(() => 1200, 9, 11)]),
      'Counts',
    );
    app = lake.open();
    const checked = await checkClaim(app, claim);
    expect(checked.state).toBe('not-borne-out');
    expect(checked.dataRevised).toBe(true);
    expect(checked.then).toMatchObject({ verdict: 'uncertain', finding: { to: '2023-07-31' } });
    expect(checked.now).toMatchObject({
      verdict: 'contradicted',
      finding: { from: '2023-09-01', to: '2024-05-31' },
    });
    expect(checked.then?.finding.numbers['value']).toBe(before[42]);
  });

  it('that no figure could settle is not checkable, and one whose figures nobody holds cannot be checked', async () => {
    await lake.add(
      '2023-09-15',
      monthly(
        'burglary',
        '2020-01',
        noisy(() => 900, 44, 12),
      ),
    );
    app = lake.open();
    expect((await checkClaim(app, { ...claim, kind: 'explanation', question: null })).state).toBe(
      'not-checkable',
    );
    expect((await checkClaim(app, { ...claim, question: null })).state).toBe('cannot-be-checked');
    expect((await checkClaim(app, claim)).state).toBe('cannot-be-checked');
  });
});
