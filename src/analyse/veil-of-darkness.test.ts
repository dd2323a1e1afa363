import { describe, expect, it } from 'vitest';
import { seededRandom } from '../statistics/index.ts';
import { analyse } from './index.ts';
import { Clock } from './clock.ts';

const LONDON = { latitude: 51.507, longitude: -0.128 };

describe('the clock', () => {
  it('reads offsets as they stand, and times without as the zone shows them, in summer and winter', () => {
    const clock = new Clock('Europe/London');
    expect(clock.read('2023-07-01T18:30:00+00:00')).toMatchObject({
      at: Date.UTC(2023, 6, 1, 18, 30),
      minute: 1170,
    });
    expect(clock.read('2023-07-01 19:30')).toMatchObject({ at: Date.UTC(2023, 6, 1, 18, 30), minute: 1170 });
    expect(clock.read('2023-12-01 19:30:30')).toMatchObject({
      at: Date.UTC(2023, 11, 1, 19, 30, 30),
      minute: 1170.5,
    });
    expect(new Clock('America/Los_Angeles').read('2015-07-01T20:00')).toMatchObject({
      at: Date.UTC(2015, 6, 2, 3),
    });
  });

  it.each(['', '17:40', '2023-13-01 10:00', '2023-01-01', '2023-01-01 25:00'])(
    "takes '%s' for no date and time",
    (text) => {
      expect(new Clock('Europe/London').read(text)).toBeNull();
    },
  );
});

describe('analyse veil-of-darkness', () => {
  const random = seededRandom(4);
  const lines = Array.from({ length: 1200 }, () => {
    const at = Date.UTC(2023, 0, 1 + random.below(365), 15 + random.below(7), random.below(60));
    return `${new Date(at).toISOString()},${random.uniform() < 0.4 ? 'B' : 'A'}`;
  });
  const csv = ['at,group', ...lines].join('\n');

  it('tells dark from light by the sun, and counts what it leaves out', () => {
    const [result] = analyse('veil-of-darkness', csv, { ...LONDON, reference: 'A' }).results;
    expect(result).toMatchObject({ group: 'B', reference: 'A' });
    const {
      n,
      left_out: left,
      nightfall,
    } = result as unknown as {
      n: number;
      left_out: { twilight: number; never_both_dark_and_light: number };
      nightfall: { earliest: string; latest: string };
    };
    expect(n + left.twilight + left.never_both_dark_and_light).toBe(1200);
    // Civil dusk in London: a quarter past four to half past four before Christmas, ten past ten at midsummer.
    expect(nightfall.earliest).toMatch(/^16:(2|3)\d$/);
    expect(nightfall.latest).toMatch(/^22:(0|1)\d$/);
    expect((result as { p: number }).p).toBeGreaterThan(0.001);
  });

  it('takes darkness from a column, under any name', () => {
    const told = `time,period,race\n${Array.from({ length: 400 }, (_, i) => `${17 + (i % 3)}:${10 + (i % 40)}:00,${i % 7 < 3 ? 'night' : 'day'},${i % 5 < 2 ? 'b' : 'w'}`).join('\n')}`;
    const { results } = analyse('veil-of-darkness', told, {
      at: 'time',
      dark: 'period',
      group: 'race',
      reference: 'w',
    });
    expect(results[0]).toMatchObject({ group: 'b', n: 400 });
  });

  it('asks for what it needs', () => {
    expect(() => analyse('veil-of-darkness', csv)).toThrow('--latitude is missing');
    expect(() => analyse('veil-of-darkness', csv, { latitude: 37.8, longitude: -122.4 })).toThrow(
      'not in Britain',
    );
    expect(() => analyse('veil-of-darkness', csv, { ...LONDON, zone: 'Europe/Lundon' })).toThrow(
      'no time zone',
    );
    expect(() => analyse('veil-of-darkness', csv, { latitude: 91, longitude: 0 })).toThrow('cannot be 91');
  });
});
