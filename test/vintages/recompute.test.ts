import { afterEach, describe, expect, it } from 'vitest';
import { MeasureBoard, type MeasureSummary, type ReadingSide } from '../../src/evidence/index.ts';
import { Lake } from '../../src/lake/lake.ts';
import { seriesOf } from '../../src/measures/index.ts';
import { seededRandom } from '../../src/statistics/index.ts';
import { MadeUpLake, monthly } from '../evidence/made-up-lake.ts';

const lake = new MadeUpLake();
const open: ReadingSide[] = [];
afterEach(() => {
  for (const app of open) app.lake.close();
  lake.cleanUp();
});

const MEASURES = ['robbery', 'burglary', 'theft', 'knife-crime'] as const;
const AREA = 'Metropolitan Police';

/** Everything as a process that has just started would work it out. */
async function afresh(app: ReadingSide): Promise<string> {
  const fresh = { ...app, lake: new Lake(app.workspace) };
  try {
    return await everything(fresh, new MeasureBoard(fresh));
  } finally {
    fresh.lake.close();
  }
}

async function everything(app: ReadingSide, board: MeasureBoard): Promise<string> {
  const summaries: MeasureSummary[] = [];
  for (const measure of MEASURES) summaries.push(await board.summary(measure, AREA));
  const first = await seriesOf(app, {
    measure: 'robbery-rate',
    areas: [AREA],
    vintage: { kind: 'earliest' },
  });
  return JSON.stringify({ summaries, first });
}

describe('after an import', () => {
  it('what is remembered is what would be worked out afresh, whatever was imported', async () => {
    const random = seededRandom(20260331);
    const pick = (most: number): number => Math.floor(random.uniform() * most);
    const months = (): number[] => Array.from({ length: 1 + pick(30) }, () => 100 + pick(50));
    await lake.add('2022-01-10', monthly('robbery', '2020-01', months()));
    const app = lake.open();
    open.push(app);
    const board = MeasureBoard.of(app);
    for (let step = 0; step < 8; step++) {
      expect(await everything(app, board)).toBe(await afresh(app));
      const measure = MEASURES[pick(MEASURES.length)] ?? 'robbery';
      const figures =
        pick(4) === 0
          ? [
              {
                area: AREA,
                measure: 'population',
                from: '2021-01',
                to: '2021-12',
                value: 8_000_000 + pick(9),
                unit: 'people',
              },
            ]
          : monthly(measure, `202${pick(3)}-0${1 + pick(9)}`, months());
      await lake.add(`2022-0${1 + pick(9)}-1${pick(9)}`, figures, `Made-up figures ${pick(3)}`);
    }
    expect(await everything(app, board)).toBe(await afresh(app));
    expect(board.work.foundToHold).toBeGreaterThan(0);
  }, 300_000);

  it('only what rests on it is worked out again', async () => {
    const more = new MadeUpLake();
    try {
      for (const measure of MEASURES)
        await more.add('2022-01-10', monthly(measure, '2020-01', [100, 101, 102]), `Figures of ${measure}`);
      const app = more.open();
      open.push(app);
      const board = MeasureBoard.of(app);
      await everything(app, board);
      const before = board.work;
      await more.add('2022-02-10', monthly('burglary', '2020-04', [103]), 'Figures of burglary, later');
      const summary = await board.summary('burglary', AREA);
      await everything(app, board);
      expect(summary.held?.latest.value).toBe(103);
      expect(board.work.workedOut - before.workedOut).toBe(1);
      expect(board.work.foundToHold - before.foundToHold).toBe(MEASURES.length - 1);
    } finally {
      more.cleanUp();
    }
  }, 120_000);
});
