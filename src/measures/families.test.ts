import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { BadInputError } from '../foundation/errors.ts';
import { familyMembers } from './families.ts';
import type { OutcomeSets } from './outcome-sets.ts';

const folder = mkdtempSync(join(tmpdir(), 'scrutineer-families-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'families'));

const none: OutcomeSets = { outcomes: [], open: [], unpublished: [], sets: [] };

function family(forEach: string, definition = 'Offences of {words}, however recorded.'): void {
  writeFileSync(
    join(folder, 'families', 'x.yaml'),
    `for_each: ${forEach}
measure:
  id: '{id}'
  title: '{title}'
  definition: ${definition}
  kind: count
  unit: offences
  direction: '{direction}'
  standing: Made up.
  notes: ['{note}', Read with care.]
  feeds: [{ table: crime, source: x, where: "category = '{title}' AND {outcome}", numerator: count(*) }]
`,
  );
}

it('makes a measure of each member, with its own words, notes and direction', () => {
  family(
    '[{ id: rape, title: Rape, words: rape, direction: neither, note: Often late. }, { id: arson, title: Arson, words: fire }]',
  );
  const [rape, arson] = familyMembers(folder, none).map(({ measure }) => measure);
  expect([rape?.id, rape?.direction, rape?.notes]).toEqual([
    'rape',
    'neither',
    ['Often late.', 'Read with care.'],
  ]);
  expect([arson?.definition, arson?.direction, arson?.notes]).toEqual([
    'Offences of fire, however recorded.',
    'lower',
    ['Read with care.'],
  ]);
  expect(arson?.feeds[0]?.where).toBe("category = 'Arson' AND {outcome}");
});

it('makes a measure of each outcome set, and tells what a set lacks', () => {
  family('outcome-set');
  const sets = [
    {
      id: 'solved',
      version: 2,
      title: 'Solved',
      words: 'all that is solved',
      codes: [1],
      lacking: 'Not all.',
    },
  ];
  const [solved] = familyMembers(folder, { ...none, sets });
  expect([solved?.measure.id, solved?.measure.notes]).toEqual(['solved', ['Not all.', 'Read with care.']]);
});

it('names the file, the member and the key that is wrong', () => {
  family('[{ id: rape, title: Rape, words: rape }]', 'short');
  expect(() => familyMembers(folder, none)).toThrow(BadInputError);
  expect(() => familyMembers(folder, none)).toThrow(/"measure.definition" of rape/);
});
