import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sinksThrough, solarAltitude } from './solar-position.ts';

const oracle = JSON.parse(readFileSync(new URL('../oracles/sun.json', import.meta.url), 'utf8')) as {
  altitudes: [number, number, number, number][];
  nightfall: [string, number, number, number, number, number][];
};

describe('the position of the sun', () => {
  it('is that of PyEphem to a fiftieth of a degree, anywhere', () => {
    for (const [at, latitude, longitude, altitude] of oracle.altitudes)
      expect(Math.abs(solarAltitude(at, latitude, longitude) - altitude)).toBeLessThan(0.02);
  });

  it.each(oracle.nightfall)(
    'sets over %s in month %i within 10 seconds of PyEphem',
    (_, __, latitude, longitude, sunset, dusk) => {
      const noon = sunset - 5 * 3_600_000;
      expect(Math.abs((sinksThrough(-0.833, noon, latitude, longitude) ?? 0) - sunset)).toBeLessThan(10_000);
      expect(Math.abs((sinksThrough(-6, noon, latitude, longitude) ?? 0) - dusk)).toBeLessThan(10_000);
    },
  );

  it('sinks through an altitude when it stands at that altitude', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e12 }),
        fc.double({ min: -64, max: 64, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.constantFrom(-0.833, -6),
        (day, latitude, longitude, altitude) => {
          const at = sinksThrough(altitude, day, latitude, longitude);
          if (at !== null) expect(solarAltitude(at, latitude, longitude)).toBeCloseTo(altitude, 3);
        },
      ),
    );
  });

  it('does not set in midsummer beyond the polar circle', () => {
    expect(sinksThrough(-0.833, Date.UTC(2015, 5, 21, 12), 70, 20)).toBeNull();
  });
});
