import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';
import { backOff, retryAfter } from './wait-before-retry.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('what Retry-After asks', () => {
  it('is seconds or a date, and never before now', () => {
    expect(retryAfter('120', NOW)).toBe(120_000);
    expect(retryAfter('Mon, 23 Nov 2026 12:01:00 GMT', NOW)).toBe(60_000);
    expect(retryAfter('Mon, 23 Nov 2026 11:00:00 GMT', NOW)).toBe(0);
  });

  it('is nothing where it cannot be read', () => {
    for (const bad of [null, '', '-1', 'soon', '1.5', '12:00', '99999999999'])
      expect(retryAfter(bad, NOW)).toBeNull();
  });
});

describe('the wait before a further try', () => {
  it('is between half and the whole of a span that doubles up to a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const most = Math.min(60_000, 1000 * 2 ** (failures - 1));
          expect(backOff(failures, chance)).toBeGreaterThanOrEqual(Math.floor(most / 2));
          expect(backOff(failures, chance)).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});

describe('a token bucket', () => {
  it('lets no more than its burst and its rate through, however it is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 100 }),
        async (perSecond, burst, pauses) => {
          let now = 0;
          const bucket = new TokenBucket(
            { per_second: perSecond, burst },
            {
              now: () => now,
              sleep: async (milliseconds) => {
                now += milliseconds;
              },
              signal: new AbortController().signal,
            },
          );
          const times: number[] = [];
          for (const pause of pauses) {
            now += pause;
            await bucket.take();
            times.push(now);
          }
          for (const [index, from] of times.entries()) {
            const inSpan = times.slice(index);
            for (const [count, to] of inSpan.entries())
              expect(count + 1).toBeLessThanOrEqual(burst + ((to - from) / 1000) * perSecond + 1e-6 + 1);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
