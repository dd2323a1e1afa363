import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { sqlText } from '../../lake/engine.ts';
import { DuckDbEngine } from '../../lake/duckdb.ts';
import { loadMeasures } from '../load-measures.ts';
import { statusConditions } from './status-sql.ts';
import { STATUSES, type Status } from './status.ts';

const { recordSets } = loadMeasures(CATALOGUE_DIR);
let engine: DuckDbEngine;
beforeAll(async () => {
  engine = await DuckDbEngine.start();
});
afterAll(() => engine.close());

/** The statuses that a record's two ethnicities meet in a field. */
async function statuses(
  set: string,
  field: string,
  cells: Readonly<Record<string, string | null>>,
): Promise<readonly Status[]> {
  const records = recordSets.require(set);
  const found = records.fields.find(({ id }) => id === field);
  if (!found) throw new Error(`no field ${field}`);
  const conditions = statusConditions(records.table, found, recordSets.groupings);
  const columns = Object.entries(cells).map(
    ([name, cell]) => `CAST(${cell === null ? 'NULL' : sqlText(cell)} AS VARCHAR) AS ${name}`,
  );
  const { rows } = await engine.query(
    `SELECT ${STATUSES.map((status) => `(${conditions[status]}) AS "${status}"`).join(', ')} FROM (SELECT ${columns.join(', ')})`,
  );
  return STATUSES.filter((status) => rows[0]?.[status] === true);
}

const seen = async (self: string | null, officer: string | null): Promise<readonly Status[]> =>
  statuses('stop-and-search', 'self-defined-ethnicity', {
    self_defined_ethnicity: self,
    officer_defined_ethnicity: officer,
  });

it('tells not stated from blank, and a difference between two accounts from both', async () => {
  expect(await seen('White - Irish', 'White')).toEqual(['recorded']);
  expect(await seen('Other ethnic group - Not stated', 'Black')).toEqual(['not-stated']);
  expect(await seen(null, 'Black')).toEqual(['missing']);
  expect(await seen('', 'Black')).toEqual(['missing']);
  expect(await seen('White - Irish', 'Black')).toEqual(['conflicting']);
});

it('sees no conflict where the two lists of groups cannot be held against each other', async () => {
  const mixed = 'Mixed/Multiple ethnic groups - White and Asian';
  for (const officer of ['White', 'Black', 'Asian', 'Other', null])
    expect(await seen(mixed, officer)).toEqual(['recorded']);
  expect(await seen('White - Irish', 'Other')).toEqual(['recorded']);
});

it('keeps a refusal apart from a blank, where the publisher does', async () => {
  const ethnicity = async (cell: string): Promise<readonly Status[]> =>
    statuses('homicide-proceedings', 'ethnicity', { ethnicity: cell });
  expect(await ethnicity('Person declines to define ethnicity')).toEqual(['refused']);
  expect(await ethnicity('SCE Not Recorded')).toEqual(['missing']);
  expect(await ethnicity('White')).toEqual(['recorded']);
});

it('gives every record one status and no more, whatever its cells hold', async () => {
  const words = [
    'Other ethnic group - Not stated',
    'White - Irish',
    'Asian/Asian British - Indian',
    'Black',
    'White',
    'Other',
    '',
  ];
  const cell = fc.oneof(
    fc.constant(null),
    fc.constantFrom(...words),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(cell, cell, async (self, officer) => {
      fc.pre(![self, officer].some((each) => each?.includes('\u0000')));
      expect(await seen(self, officer)).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});
