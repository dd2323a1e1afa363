import { describe, expect, it } from 'vitest';
import { endOfMonth, firstOfMonth } from '../../foundation/iso-date.ts';
import { absentPeriods, type Presence } from './absent.ts';

const YEARS = [2019, 2020, 2021, 2022, 2023];
const forces = Array.from({ length: 40 }, (_, index) => `Force ${String(index).padStart(2, '0')}`);
const all: Presence[] = forces.flatMap((area) =>
  YEARS.map((year): Presence => ({
    area,
    from: firstOfMonth(year, 4),
    to: endOfMonth(firstOfMonth(year + 1, 3)),
  })),
);
const RULE = { present: 0.85, areas: 20 };

describe('areas that are absent', () => {
  it('are none where every area has every period', () => {
    expect(absentPeriods(all, RULE)).toEqual([]);
  });

  it('are named with the periods that they lack, those next to each other as one', () => {
    const lacking = all.filter(
      ({ area, from }) =>
        !(area === 'Force 07' && from >= '2021' && from < '2023') && !(area === 'Force 30' && from < '2020'),
    );
    expect(absentPeriods(lacking, RULE)).toEqual([
      {
        area: 'Force 07',
        from: '2021-04-01',
        to: '2023-03-31',
        periods: 2,
        others: 39,
        all: 40,
        atStart: false,
      },
      {
        area: 'Force 30',
        from: '2019-04-01',
        to: '2020-03-31',
        periods: 1,
        others: 39,
        all: 40,
        atStart: true,
      },
    ]);
  });

  it('are not looked for in a period that few areas have, nor among few areas', () => {
    const half = all.filter(({ area, from }) => from < '2023' || area < 'Force 20');
    expect(absentPeriods(half, RULE)).toEqual([]);
    const few = all.filter(({ area }) => area < 'Force 10').slice(1);
    expect(absentPeriods(few, RULE)).toEqual([]);
  });
});
