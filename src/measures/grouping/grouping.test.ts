import { expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { BadInputError } from '../../foundation/errors.ts';
import { groupingSql, loadGroupings, requireGrouping } from './grouping.ts';

it('writes the groups in order, and puts what is left under its own name but never a blank', () => {
  const grouping = { title: 'Sex', column: 'sex', groups: { Male: ['M', 'Male%'] }, otherwise: "Someone's" };
  expect(groupingSql(grouping)).toBe(
    "CASE WHEN sex = 'M' OR sex LIKE 'Male%' THEN 'Male' WHEN sex IS NOT NULL THEN 'Someone''s' END",
  );
});

it('says which name was meant when a file names a grouping that is not there', () => {
  const groupings = loadGroupings(CATALOGUE_DIR);
  expect(() => requireGrouping(groupings, 'self-defined-ethnic-groups', 'x.yaml')).toThrow(BadInputError);
  expect(() => requireGrouping(groupings, 'self-defined-ethnic-groups', 'x.yaml')).toThrow(
    /self-defined-ethnic-groups/,
  );
});
