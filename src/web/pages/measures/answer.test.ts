import { expect, it } from 'vitest';
import type { MeasureSummary } from '../../../evidence/index.ts';
import { measuresAnswer } from './answer.ts';

/** Only what the sentence looks at. */
function summary(verdict: string | null, direction = 'lower'): MeasureSummary {
  return {
    measure: { direction },
    held: verdict === null ? null : { change: { verdict } },
  } as unknown as MeasureSummary;
}

it('counts changes beyond chance by whether they are good, and says what cannot be told', () => {
  const answer = measuresAnswer('Metropolitan Police', [
    summary('lower'),
    summary('lower', 'higher'),
    summary('higher', 'neither'),
    summary('similar'),
    summary('unknown'),
    summary(null),
  ]);
  expect(answer).toBe(
    '3 of 6 measures in the Metropolitan Police area changed beyond chance on a year before: 1 for the better, 1 for the worse and 1 neither; 1 did not, 1 cannot be told and 1 has no figures yet.',
  );
});

it('says so when nothing changed, and when nothing is held', () => {
  expect(measuresAnswer('Camden', [summary('similar')])).toBe(
    'None of 1 measures in Camden changed beyond chance on a year before; 1 did not.',
  );
  expect(measuresAnswer('Camden', [summary(null)])).toMatch(/^No figure is held/);
});
