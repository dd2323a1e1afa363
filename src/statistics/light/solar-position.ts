const RADIANS = Math.PI / 180;
/** Milliseconds at noon of 1 January 2000, from which the sun's elements are counted. */
const J2000 = Date.UTC(2000, 0, 1, 12);

/** Where the sun stands on the sky's sphere, in radians; the equation of time in minutes. */
export interface SunElements {
  readonly declination: number;
  readonly equationOfTime: number;
}

/**
 * Declination of the sun and the equation of time (how far a sundial is ahead of the clock) at an instant.
 *
 * Source: Meeus (1998), Astronomical Algorithms, ch. 25 and 28, low accuracy (0.01°), as the calculator of the NOAA.
 *
 * @param at milliseconds since 1970, UTC
 */
export function sunElements(at: number): SunElements {
  const t = (at - J2000) / (86_400_000 * 36_525);
  const meanLongitude = RADIANS * (280.46646 + t * (36_000.76983 + 0.0003032 * t));
  const anomaly = RADIANS * (357.52911 + t * (35_999.05029 - 0.0001537 * t));
  const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
  const equationOfCentre =
    Math.sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
    Math.sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
    Math.sin(3 * anomaly) * 0.000289;
  const node = RADIANS * (125.04 - 1934.136 * t);
  const longitude = meanLongitude + RADIANS * (equationOfCentre - 0.00569 - 0.00478 * Math.sin(node));
  const obliquity =
    RADIANS *
    (23.439291111 - t * (0.0130041667 + t * (1.6389e-7 - 5.0361e-7 * t)) + 0.00256 * Math.cos(node));
  const y = Math.tan(obliquity / 2) ** 2;
  const equationOfTime =
    (4 / RADIANS) *
    (y * Math.sin(2 * meanLongitude) -
      2 * eccentricity * Math.sin(anomaly) +
      4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * meanLongitude) -
      0.5 * y * y * Math.sin(4 * meanLongitude) -
      1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly));
  return { declination: Math.asin(Math.sin(obliquity) * Math.sin(longitude)), equationOfTime };
}

/**
 * Height of the sun's centre above the horizon in degrees, refraction left aside. Checked against PyEphem.
 *
 * @param at milliseconds since 1970, UTC
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
export function solarAltitude(at: number, latitude: number, longitude: number): number {
  const { declination, equationOfTime } = sunElements(at);
  const minutes = (at / 60_000) % 1440;
  const hourAngle = RADIANS * ((minutes + equationOfTime + 4 * longitude) / 4 - 180);
  const phi = RADIANS * latitude;
  return (
    Math.asin(
      Math.sin(phi) * Math.sin(declination) + Math.cos(phi) * Math.cos(declination) * Math.cos(hourAngle),
    ) / RADIANS
  );
}

/**
 * The instant after solar noon at which the sun sinks through an altitude: −0.833° for sunset, −6° for the end of civil
 * twilight. Null where it does not on that day (far north in summer).
 *
 * @param day any instant of the solar day, in milliseconds since 1970, UTC
 * @param altitude degrees
 */
export function sinksThrough(
  altitude: number,
  day: number,
  latitude: number,
  longitude: number,
): number | null {
  const phi = RADIANS * latitude;
  const solarDay = Math.floor((day + longitude * 240_000) / 86_400_000) * 86_400_000;
  let at = solarDay + 43_200_000 - longitude * 240_000;
  for (let step = 0; step < 4; step++) {
    const { declination, equationOfTime } = sunElements(at);
    const cosine =
      (Math.sin(RADIANS * altitude) - Math.sin(phi) * Math.sin(declination)) /
      (Math.cos(phi) * Math.cos(declination));
    if (!(Math.abs(cosine) <= 1)) return null;
    const noon = solarDay + 43_200_000 - longitude * 240_000 - equationOfTime * 60_000;
    at = noon + (Math.acos(cosine) / RADIANS) * 240_000;
  }
  return at;
}
