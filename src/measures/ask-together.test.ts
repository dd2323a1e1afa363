import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { openOrCreateWorkspace } from '../lake/workspace.ts';
import { askTogether } from './ask-together.ts';
import { joinQueries, shareable, type FeedQuery } from './feed-query.ts';

const ROWS = `(VALUES ('Camden', DATE '2023-01-01', 'Theft', 'a', 3), ('Camden', DATE '2023-01-01', 'Robbery', NULL, 2),
  ('Camden', DATE '2023-02-01', 'Theft', 'b', NULL), ('Barnet', DATE '2023-01-01', 'Arson', 'a', 5),
  ('Barnet', DATE '2023-01-01', 'Theft', 'a', 7), ('Barnet', DATE '2023-02-01', NULL, 'b', 1)) AS t(area, month, offence, part, count)`;

function query(where: string, numerator: string, grp: string): FeedQuery {
  return {
    groups: [
      ['area', 'area'],
      ['date', 'month'],
      ['grp', grp],
      ['release', `'only'`],
    ],
    from: ROWS,
    among: `area IN ('Camden', 'Barnet')`,
    inForce: 'true',
    where,
    values: [
      ['numerator', `CAST(${numerator} AS DOUBLE)`],
      ['denominator', 'CAST(NULL AS DOUBLE)'],
      ['flag', 'max(part)'],
    ],
  };
}

const queries = fc.array(
  fc
    .tuple(
      fc.constantFrom(
        'true',
        `offence = 'Theft'`,
        `offence <> 'Theft' OR part = 'a'`,
        `part IS NULL`,
        'false',
      ),
      fc.constantFrom(
        'sum(count)',
        'count(*)',
        'count(DISTINCT part)',
        `coalesce(sum(count) FILTER (WHERE part = 'b'), 0)`,
        'sum(count) / count(*)',
      ),
      fc.constantFrom('NULL', 'part'),
    )
    .map(([where, numerator, grp]) => query(where, numerator, grp)),
  { minLength: 1, maxLength: 12 },
);

describe('questions that are asked together', () => {
  let dir = '';
  let lake: Lake;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'scrutineer-together-'));
    lake = new Lake(openOrCreateWorkspace(join(dir, 'ws'), 'own', new Date()));
  });
  afterAll(() => {
    lake.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('each get the rows that they would get alone', async () => {
    const engine = await lake.engine();
    await fc.assert(
      fc.asyncProperty(queries, async (asked) => {
        const together = await Promise.all(asked.map(async (each) => askTogether(lake, shareable(each))));
        for (const [index, each] of asked.entries()) {
          const { sql, rowsOf } = joinQueries([each]);
          const { rows } = await engine.query(sql);
          expect(together[index]).toEqual(rowsOf(rows, 0));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are one question to the engine where they read the same rows', async () => {
    const engine = await lake.engine();
    let asked = 0;
    const ask = engine.query.bind(engine);
    engine.query = async (sql) => {
      asked += 1;
      return ask(sql);
    };
    const wheres = [`offence = 'Theft'`, 'true', `part = 'a'`];
    await Promise.all(
      wheres.map(async (where) => askTogether(lake, shareable(query(where, 'sum(count)', 'NULL')))),
    );
    expect(asked).toBe(1);
  });

  it('do not spoil each other when one of them is wrong', async () => {
    const [wrong, right] = await Promise.allSettled([
      askTogether(lake, shareable(query('no_such_column = 1', 'count(*)', 'NULL'))),
      askTogether(lake, shareable(query('true', 'count(*)', 'NULL'))),
    ]);
    expect(wrong.status).toBe('rejected');
    expect(right.status === 'fulfilled' && right.value.length).toBe(4);
  });
});
