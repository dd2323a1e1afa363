import { afterEach, describe, expect, it } from 'vitest';
import { ask, parseQuestion, type Finding, type ReadingSide } from '../../src/evidence/index.ts';
import { NEWEST, type Vintage } from '../../src/lake/vintages.ts';
import type { IsoDate } from '../../src/foundation/iso-date.ts';
import { DefinitionHistory, withRecipe } from '../../src/measures/index.ts';
import { MadeUpLake, monthly } from '../evidence/made-up-lake.ts';

let lake = new MadeUpLake();
let app: ReadingSide | null = null;

afterEach(() => {
  app?.lake.close();
  app = null;
  lake.cleanUp();
  lake = new MadeUpLake();
});

async function changed(question: string, vintage: Vintage = NEWEST): Promise<Finding> {
  app ??= lake.open();
  return ask(app, parseQuestion(`what-changed ${question}`), { vintage });
}

const level = (value: number, months: number): number[] => Array.from({ length: months }, () => value);
const sumsUp = ({ numbers: { change, definition, data_revised: data, world } }: Finding): void =>
  expect(Number(definition) + Number(data) + Number(world)).toBe(change);

describe('what changed', () => {
  it('splits the change of the latest twelve months into revised data and the world', async () => {
    await lake.add('2023-01-10', monthly('robbery', '2022-01', level(100, 12)));
    await lake.add(
      '2023-07-10',
      monthly('robbery', '2022-01', [...level(100, 10), 103, 104, ...level(90, 6)]),
    );
    const finding = await changed('robbery --since 2023-02-01');
    expect(finding.verdict).toBe('data-revised');
    expect(finding.numbers).toMatchObject({
      compared: 'twelve months',
      then_value: 1200,
      then_value_now: 1207,
      now_value: 1147,
      change: -53,
      definition: 0,
      data_revised: 7,
      world: -60,
      periods_compared: 12,
      periods_changed: 2,
      periods_new: 6,
      total_data_revised: 7,
    });
    sumsUp(finding);
    expect(finding.numbers['periods']).toMatchObject([
      { period: '2022-12', then: 100, now: 104, data_revised: 4 },
      { period: '2022-11', then: 100, now: 103, data_revised: 3 },
    ]);
    expect(finding.numbers['releases']).toMatchObject([
      {
        figures: 12,
        figures_changed: 2,
        data_revised: 7,
        published_then: '2023-01-10',
        published_now: '2023-07-10',
      },
    ]);
    expect(finding.sentence).toContain('0 from the definition, +7 from revised data and −60 from the world');
    expect(finding.sentence).toContain('Of the 12 months known then, 2 read differently now, by +7 in all');
  });

  it('says so when only new months have come, and when nothing has', async () => {
    await lake.add('2023-01-10', monthly('robbery', '2022-01', level(100, 12)));
    expect((await changed('robbery --since 2023-02-01')).verdict).toBe('nothing-changed');
    await lake.add('2023-02-10', monthly('robbery', '2022-02', level(100, 12)));
    const finding = await changed('robbery --since 2023-02-01');
    expect(finding.verdict).toBe('new-figures-only');
    expect(finding.sentence).toContain('None of the 12 months known then reads differently now');
  });

  it('looks at the months that are named and no others', async () => {
    await lake.add('2023-01-10', monthly('robbery', '2022-01', level(100, 12)));
    await lake.add(
      '2023-07-10',
      monthly('robbery', '2022-01', [...level(100, 10), 103, 104, ...level(90, 6)]),
    );
    const finding = await changed('robbery --since 2023-02-01 --from 2022-10 --to 2022-11');
    expect(finding.numbers).toMatchObject({
      compared: 'single figures',
      periods_compared: 2,
      total_data_revised: 3,
    });
    expect(finding.numbers).toMatchObject({ world: 0, change: 3 });
  });

  it('tells another recipe from other data', async () => {
    const months = monthly('robbery', '2022-01', level(100, 12));
    await lake.add('2023-01-10', [...months, ...monthly('burglary', '2022-01', level(300, 12))]);
    await lake.add('2023-07-10', monthly('robbery', '2022-01', level(101, 12)), 'Made-up figures, revised');
    app = lake.open();
    const earlier = {
      ...app.measures.require('robbery'),
      version: 'aaaaaaaaaaaa',
      feeds: [{ kind: 'figure' as const, measure: 'burglary' }],
    };
    const history = new DefinitionHistory(app.workspace);
    history.record(withRecipe(app, earlier).measures, new Date('2023-01-20T00:00:00Z'));
    const finding = await changed('robbery --since 2023-02-01');
    expect(finding.verdict).toBe('definition-and-data');
    expect(finding.numbers).toMatchObject({
      then_value: 3600,
      now_value: 1212,
      definition: -2400,
      definition_recipe: -2400,
      data_revised: 12,
      world: 0,
      definition_then: 'aaaaaaaaaaaa',
      definition_then_certain: true,
    });
    sumsUp(finding);
    expect(finding.caveats.join(' ')).toContain('The recipe changed from version aaaaaaaaaaaa');
  });

  it('tells a revised population from revised counts', async () => {
    const people = (value: number) => [
      {
        area: 'Metropolitan Police',
        measure: 'population',
        from: '2022-01',
        to: '2022-12',
        value,
        unit: 'people',
      },
    ];
    await lake.add('2023-01-10', monthly('robbery', '2022-01', level(750, 12)));
    await lake.add('2023-01-11', people(9_000_000), 'Made-up population');
    await lake.add('2023-07-10', monthly('robbery', '2022-01', level(760, 12)));
    await lake.add('2023-07-11', people(8_000_000), 'Made-up population');
    const { numbers } = await changed('robbery-rate --since 2023-02-01');
    expect(numbers['then_value']).toBeCloseTo(1, 10);
    expect(numbers['data_revised_numerator']).toBeCloseTo(((760 - 750) * 12 * 1000) / 9_000_000, 10);
    expect(numbers['data_revised_denominator']).toBeCloseTo(9.12 / 8 - 9.12 / 9, 10);
    expect(
      Number(numbers['data_revised_numerator']) + Number(numbers['data_revised_denominator']),
    ).toBeCloseTo(Number(numbers['data_revised']), 12);
  });

  it('can end at a day instead of now', async () => {
    await lake.add('2023-01-10', monthly('robbery', '2022-01', level(100, 12)));
    await lake.add('2023-07-10', monthly('robbery', '2022-01', level(101, 12)));
    await lake.add('2024-07-10', monthly('robbery', '2022-01', level(105, 12)));
    const until = { kind: 'known-on', date: '2023-12-31' as IsoDate } as const;
    expect((await changed('robbery --since 2023-02-01', until)).numbers['data_revised']).toBe(12);
    expect((await changed('robbery --since 2023-02-01')).numbers['data_revised']).toBe(60);
  });

  it('answers a question that cannot be answered with what to do', async () => {
    await lake.add('2023-01-10', monthly('robbery', '2022-01', level(100, 12)));
    const none = await changed('robbery --since 2022-02-01');
    expect(none).toMatchObject({ verdict: 'no-data', numbers: {} });
    expect(none.sentence).toContain('Nothing of robbery');
    await expect(changed('robbery')).rejects.toThrow(/needs a day/);
    await expect(changed('robbery --since 2023-02-01', { kind: 'earliest' })).rejects.toThrow(
      /what was said first/,
    );
    await expect(
      changed('robbery --since 2023-02-01', { kind: 'known-on', date: '2023-01-31' as IsoDate }),
    ).rejects.toThrow(/lies before/);
  });
});
