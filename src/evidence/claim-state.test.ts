import { describe, expect, it } from 'vitest';
import { claimState, verdictOf, type Verdict } from './claim-state.ts';
import type { Finding } from './finding.ts';
import { parseQuestion } from './question.ts';

const VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'uncertain', 'no-data'];

describe('claimState', () => {
  it('is the table of the design, row by row', () => {
    const table = VERDICTS.map((then) => VERDICTS.map((now) => claimState(then, now)));
    expect(table).toEqual([
      ['holds', 'no-longer-holds', 'no-longer-holds', 'holds'],
      ['never-held', 'never-held', 'never-held', 'never-held'],
      ['later-only', 'not-borne-out', 'unproven', 'unproven'],
      ['later-only', 'not-borne-out', 'unproven', 'cannot-be-checked'],
    ]);
  });
});

describe('verdictOf', () => {
  const finding = (verdict: string): Finding => ({ verdict }) as Finding;

  it('takes the opposite for no and anything else for open', () => {
    const below = parseQuestion('compare robbery --expect below');
    expect(
      ['below', 'above', 'similar', 'no-data'].map((verdict) => verdictOf(below, finding(verdict))),
    ).toEqual(['supported', 'contradicted', 'uncertain', 'no-data']);
    const down = parseQuestion('trend robbery --expect down');
    expect(
      ['falling', 'rising', 'no-signal', 'too-early'].map((verdict) => verdictOf(down, finding(verdict))),
    ).toEqual(['supported', 'contradicted', 'uncertain', 'uncertain']);
    const lowest = parseQuestion('rank trust --lowest Hackney');
    expect(['they-are', 'others-are', 'tied'].map((verdict) => verdictOf(lowest, finding(verdict)))).toEqual([
      'supported',
      'contradicted',
      'uncertain',
    ]);
  });

  it('leaves a question that expects nothing open', () => {
    expect(verdictOf(parseQuestion('compare robbery'), finding('above'))).toBe('uncertain');
  });
});
