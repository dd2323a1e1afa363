import { afterEach, describe, expect, it } from 'vitest';
import type { ReadingSide } from '../../src/evidence/index.ts';
import { MeasureBoard, measureSummary, summarisedMeasures } from '../../src/evidence/index.ts';
import { seededRandom } from '../../src/statistics/index.ts';
import { MadeUpLake, monthly, yearlyRate } from './made-up-lake.ts';

const MET = 'Metropolitan Police';

let lake = new MadeUpLake();
let app: ReadingSide | null = null;

afterEach(() => {
  app?.lake.close();
  app = null;
  lake.cleanUp();
  lake = new MadeUpLake();
});

function open(): ReadingSide {
  app ??= lake.open();
  return app;
}

function noisy(level: (month: number) => number, months: number, seed = 1): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: months }, (_, month) =>
    Math.round(level(month) + Math.sqrt(level(month)) * random.normal()),
  );
}

describe('measureSummary', () => {
  it('tells a fall beyond chance from one within it', async () => {
    await lake.add('2023-08-01', [
      ...monthly(
        'robbery',
        '2020-01',
        noisy((month) => (month < 30 ? 2000 : 1400), 42),
      ),
      ...monthly(
        'burglary',
        '2020-01',
        noisy(() => 2000, 42, 2),
      ),
    ]);
    const robbery = await measureSummary(open(), 'robbery', MET);
    expect(robbery.held).toMatchObject({ cadence: 'month', change: { verdict: 'lower', as: 'fraction' } });
    expect(robbery.held?.change.amount).toBeCloseTo(-0.3, 1);
    expect(robbery.held?.variation).toMatchObject({ variation: 'improvement', side: 'down' });
    const burglary = await measureSummary(open(), 'burglary', MET);
    expect(burglary.held?.change.verdict).toBe('similar');
  });

  it('says why a change cannot be told where no year before is held', async () => {
    await lake.add(
      '2023-08-01',
      monthly(
        'robbery',
        '2023-01',
        noisy(() => 2000, 6),
      ),
    );
    const { held } = await measureSummary(open(), 'robbery', MET);
    expect(held?.change).toMatchObject({ verdict: 'unknown', amount: null });
    expect(held?.change.why).toMatch(/year before is not held/);
    expect(held?.variation).toBeNull();
  });

  it('compares nothing across a lasting break', async () => {
    const before = noisy(() => 15_000, 56, 3);
    const after = noisy(() => 5000, 6, 4);
    await lake.add('2025-04-01', monthly('stop-and-search', '2020-01', [...before, ...after]));
    const { held } = await measureSummary(open(), 'stop-and-search', MET);
    expect(held?.judged.since?.id).toBe('met-searches-2024-09');
    expect(held?.judged.observations).toHaveLength(6);
    expect(held?.change.verdict).toBe('unknown');
    expect(held?.change.why).toContain('breaks at 2024-09');
  });

  it('leaves out a month that an event spoiled', async () => {
    const values = noisy(() => 15_000, 42, 5).with(35, 5706);
    await lake.add('2023-08-01', monthly('stop-and-search', '2020-01', values));
    const { held } = await measureSummary(open(), 'stop-and-search', MET);
    expect(held?.judged.leftOut.map(({ id }) => id)).toContain('met-searches-2022-12');
    expect(held?.judged.observations[35]?.value).toBeNull();
    expect(held?.observations[35]?.value).toBe(5706);
  });

  it('does not make more of two yearly counts than chance in them allows', async () => {
    await lake.add('2022-07-01', [
      { area: MET, measure: 'firearm-offences-pfa', from: '2020-04-01', to: '2021-03-31', value: 1000 },
      { area: MET, measure: 'firearm-offences-pfa', from: '2021-04-01', to: '2022-03-31', value: 700 },
    ]);
    const { held } = await measureSummary(open(), 'firearm-offences-pfa', MET);
    expect(held?.cadence).toBe('year');
    expect(held?.change.verdict).toBe('unknown');
    expect(held?.change.amount).toBeCloseTo(-0.3);
    expect(held?.change.upper ?? 0).toBeLessThan(0);
  });

  it('stands above or below comparators, or says that nothing is published', async () => {
    await lake.add('2022-07-01', [
      yearlyRate(MET, 2700, 1_000_000),
      yearlyRate('England and Wales', 66_000, 60_000_000, 'robbery-rate', 'nation'),
    ]);
    const { verdicts } = await measureSummary(open(), 'robbery', MET);
    expect(verdicts.national.verdict).toBe('above');
    expect(verdicts.mostSimilar.verdict).toBe('not-published');
    const knife = await measureSummary(open(), 'knife-crime', MET);
    expect(knife.verdicts.national).toEqual({ verdict: 'not-compared', finding: null });
  });
});

describe('MeasureBoard', () => {
  it('has a line for every measure but restated rates, held or not', async () => {
    await lake.add(
      '2023-08-01',
      monthly(
        'robbery',
        '2020-01',
        noisy(() => 2000, 42),
      ),
    );
    const all = await new MeasureBoard(open()).all(MET);
    expect(all).toHaveLength(summarisedMeasures(open()).length);
    expect(all.filter(({ held }) => held !== null).map(({ measure }) => measure.id)).toEqual(['robbery']);
  });

  it('remembers an answer until the lake changes', async () => {
    await lake.add(
      '2023-08-01',
      monthly(
        'robbery',
        '2020-01',
        noisy(() => 2000, 42),
      ),
    );
    const board = MeasureBoard.of(open());
    expect(MeasureBoard.of(open())).toBe(board);
    const first = await board.summary('robbery', MET);
    expect(await board.summary('robbery', MET)).toBe(first);
    await lake.add('2023-10-01', monthly('robbery', '2023-07', [2000, 2001]));
    const second = await board.summary('robbery', MET);
    expect(second.held?.latest.period).toBe('2023-08');
  });

  it('does not remember a fault', async () => {
    await lake.add('2023-08-01', monthly('robbery', '2020-01', [1, 2, 3]));
    const board = new MeasureBoard(open());
    await expect(board.summary('robery', MET)).rejects.toThrow(/no measure called "robery"/);
    await expect(board.summary('robery', MET)).rejects.toThrow(/no measure called "robery"/);
  });
});
