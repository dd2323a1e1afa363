import { expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { loadOutcomeSets, withOutcomes, type OutcomeSets } from './outcome-sets.ts';

const sets: OutcomeSets = {
  outcomes: [
    { code: 1, title: 'Charged', decisions: ['Suspect charged'], later: ["Offender's fined"] },
    { code: 8, title: 'Resolved', decisions: ['Local resolution'], later: [] },
  ],
  open: ['Under investigation'],
  unpublished: [],
  sets: [{ id: 'solved', version: 1, title: 'Solved', words: 'either', codes: [1, 8] }],
};

it('writes out all labels by which a crime is known to have had an outcome of a set, or only those of the decision', () => {
  expect(withOutcomes('x IN {outcomes of solved}', sets)).toBe(
    "x IN ('Suspect charged', 'Offender''s fined', 'Local resolution')",
  );
  expect(withOutcomes('x IN {decisions of solved} OR y IN {open outcomes}', sets)).toBe(
    "x IN ('Suspect charged', 'Local resolution') OR y IN ('Under investigation')",
  );
});

it('knows no set by a name that is none, and leaves other braces alone', () => {
  expect(withOutcomes('x IN {outcomes of solvd}', sets)).toBeNull();
  expect(withOutcomes('JOIN {outcome} ON {open}', sets)).toBe('JOIN {outcome} ON {open}');
});

it('counts nothing as an outcome that means that there is none yet', () => {
  const { outcomes, open, unpublished } = loadOutcomeSets(CATALOGUE_DIR);
  const labels = outcomes.flatMap(({ decisions, later }) => [...decisions, ...later]);
  expect(labels.filter((label) => [...open, ...unpublished].includes(label))).toEqual([]);
  expect(new Set(labels).size).toBe(labels.length);
});
