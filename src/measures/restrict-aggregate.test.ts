import { describe, expect, it } from 'vitest';
import { restrictAggregate } from './restrict-aggregate.ts';

describe('an aggregate over the rows that meet a condition', () => {
  it('takes the condition as its filter, beside one of its own', () => {
    expect(restrictAggregate('sum(count)', "a = 'x'")).toBe("sum(count) FILTER (WHERE a = 'x')");
    expect(restrictAggregate("count(*) FILTER (WHERE b IN ('(', 'y'))", 'a OR c')).toBe(
      "count(*) FILTER (WHERE (a OR c) AND (b IN ('(', 'y')))",
    );
    expect(restrictAggregate('coalesce(count(DISTINCT id), 0)', 'a')).toBe(
      'coalesce(count(DISTINCT id) FILTER (WHERE a), 0)',
    );
  });

  it('is not guessed where the condition cannot simply be added', () => {
    for (const aggregate of [
      'sum(a) FILTER (WHERE b) * sum(a) FILTER (WHERE c)',
      'sum(a) / sum(b)',
      'sum(a + b)',
      'coalesce(sum(a), 1)',
    ])
      expect(restrictAggregate(aggregate, 'x')).toBeNull();
  });
});
